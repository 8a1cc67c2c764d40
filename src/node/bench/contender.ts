import { fork } from 'node:child_process'
import process from 'node:process'
import * as v from 'valibot'
import type { Task } from './peers/child.mjs'

/** Something that is measured, in processes of its own. */
export interface Contender {
  readonly name: string
  /** The script of its child process. */
  readonly script: string
  readonly environment?: Readonly<Record<string, string>>
}

/** All that is measured. */
export interface Contenders {
  /** From files to the modules that a build makes of them: facts, remarks, contents, each topic as text. */
  readonly retain: Contender
  /** From texts to facts and remarks. */
  readonly facts: Contender
  readonly markdownIt: Contender
  readonly remark: Contender
  readonly velite: Contender
  readonly contentCollections: Contender
}

/** What a child process told. */
export interface Told {
  /** Milliseconds of each run that came to its end. */
  readonly runs: readonly number[]
  /** The most memory that the process had, in bytes. 0 if it did not come to its end. */
  readonly peak: number
  /** Whether it did all, was ended by the limit, or broke off. */
  readonly end: 'done' | 'limit' | 'failure'
}

const MESSAGE = v.union([v.object({ ms: v.number() }), v.object({ peak: v.number() })])

/** Milliseconds that a process may take to start. */
const START = 3000

/** Gives a contender a task, in a fresh process, and insists on its end. */
export async function run(contender: Contender, task: Task): Promise<Told> {
  const told = await attempt(contender, task, 300_000, 'inherit')
  if (told.end !== 'done') throw new Error(`The process of ${contender.name} did not come to its end: ${told.end}`)
  return told
}

/**
 * Gives a contender a task, in a fresh process, that it may fail in.
 *
 * @param limit Milliseconds for each run; a process that takes longer is ended.
 * @param errors What becomes of what it has to say.
 */
export function attempt(
  { script, environment }: Contender,
  task: Task,
  limit: number,
  errors: 'inherit' | 'ignore' = 'ignore',
): Promise<Told> {
  const child = fork(script, [JSON.stringify(task)], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', errors, 'ipc'],
  })
  const runs: number[] = []
  let peak = 0
  let isEnded = false
  return new Promise((resolve, reject) => {
    const end = (): void => {
      isEnded = true
      child.kill('SIGKILL')
    }
    let timer = setTimeout(end, limit + START)
    child.on('message', (message) => {
      const told = v.parse(MESSAGE, message)
      if ('ms' in told) runs.push(told.ms)
      else peak = told.peak
      clearTimeout(timer)
      timer = setTimeout(end, limit)
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve({ runs, peak, end: isEnded ? 'limit' : code === 0 ? 'done' : 'failure' })
    })
  })
}
