/**
 * What a child process of the benchmark does: one task, given as JSON in its first argument, with one contender. It
 * tells its parent the milliseconds of each run as they come, and in the end how much memory it took at most.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * @typedef {object} Watching
 * @property {() => Promise<unknown>} rebuilt Settles when the next rebuild is done.
 * @property {() => unknown} close
 */

/**
 * @typedef {object} Contender
 * @property {(folder: string) => unknown} build Makes content of all notes in a folder.
 * @property {(text: string) => unknown} parse Reads one text.
 * @property {(folder: string) => Promise<Watching>} [watch] Builds, and builds again when a file is edited.
 */

/**
 * @typedef {{ readonly kind: 'build', readonly folder: string, readonly times: number }
 *   | { readonly kind: 'edit', readonly folder: string, readonly files: readonly string[], readonly pause: number }
 *   | { readonly kind: 'parse', readonly files: readonly string[], readonly times: number, readonly budget: number }} Task
 */

/** @param {Contender} contender */
export async function answer(contender) {
  /** @type {Task} */
  const task = JSON.parse(process.argv[2] ?? '')
  switch (task.kind) {
    case 'build':
      for (let turn = 0; turn < task.times; turn += 1) await timed(() => contender.build(task.folder))
      break
    case 'edit':
      await edits(contender, task)
      break
    case 'parse':
      await readings(contender, task)
      break
  }
  await tell({ peak: peakOfMemory() })
  process.exit(0)
}

/**
 * Reads the texts one after the other, again and again, until the time is spent; each as often as the others.
 *
 * @param {Contender} contender
 * @param {Task & { kind: 'parse' }} task
 */
async function readings({ parse }, { files, times, budget }) {
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  const start = performance.now()
  for (let turn = 0; turn < times && performance.now() - start <= budget; turn += 1) {
    for (const text of texts) await timed(() => parse(text))
  }
}

/** What a task made is kept until the process ends: it counts as memory that is needed. */
const kept = new Set()

/** @param {() => unknown} run */
async function timed(run) {
  const start = performance.now()
  const made = await run()
  await tell({ ms: performance.now() - start })
  kept.clear()
  kept.add(made)
}

/**
 * Saves one file after the other with one cell changed, and waits for each rebuild.
 *
 * @param {Contender} contender
 * @param {Task & { kind: 'edit' }} task
 */
async function edits({ watch }, { folder, files, pause }) {
  if (watch === undefined) throw new Error('This contender watches no files')
  const watching = await watch(folder)
  let turn = 0
  for (const file of files) {
    turn += 1
    const path = join(folder, file)
    const text = edited(readFileSync(path, 'utf8'), turn)
    await new Promise((resolve) => setTimeout(resolve, pause))
    const rebuilt = watching.rebuilt()
    const start = performance.now()
    writeFileSync(path, text)
    await rebuilt
    await tell({ ms: performance.now() - start })
  }
  await watching.close()
}

/**
 * The last cell of the first row below a line of dashes says something else.
 *
 * @param {string} text
 * @param {number} turn
 */
function edited(text, turn) {
  return text.replace(/^(\|[-|]+\|\n\|.*\| )[^|\n]*( \|)$/m, `$1Edited for the ${turn}th time$2`)
}

/**
 * The most memory that this process held, in bytes. Linux counts the parent's into what Node tells: a process begins
 * as a copy of it.
 */
function peakOfMemory() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Not on Linux.
  }
  return process.resourceUsage().maxRSS * 1024
}

/** @param {{ readonly ms: number } | { readonly peak: number }} message */
function tell(message) {
  return new Promise((resolve) => {
    if (process.send === undefined) {
      console.log(JSON.stringify(message))
      resolve(undefined)
    } else process.send(message, resolve)
  })
}
