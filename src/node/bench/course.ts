import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { performance } from 'node:perf_hooks'
import { withBackground } from '../../compiler/background.ts'
import { itemsIn } from '../../engines/items/generate-items.ts'
import { withAuthored } from '../../model/authored-items.ts'
import { compilePath, courseFolders } from '../read-notes.ts'
import { ROOT } from '../run-tool.mjs'
import { buildChildren } from './children/build-children.ts'
import { namedModulesOf } from './children/modules-of.ts'
import { run } from './contender.ts'
import { rounded, withSpread } from './figures.ts'
import type { Report, Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const METHOD = [
  'The courses that come with the app. Compiling: from the files to typed content, and on to the text of every module of',
  'a build, each time in a fresh process of Node; markdown-it only parses the same notes. Sizes: each module as a server',
  'sends it that compresses well. Making questions: all of a topic in one process, the first time in it and later.',
  'Figures are medians, with the middle half in brackets.',
].join(' ')

const ROUNDS = 9
const CONTENT = join(ROOT, 'content')

/** How long the built-in courses take to compile, and how much a visitor fetches of them. */
export async function course(): Promise<Report> {
  return { title: 'course', method: METHOD, tools: [], tables: [await compiling(), sizes(), making()] }
}

async function compiling(): Promise<Table> {
  const children = await buildChildren()
  const contenders = [
    { name: 'Retain: compile', script: join(children, 'course.js') },
    { name: 'Retain: compile and pack', script: join(children, 'retain.js') },
    { name: 'markdown-it: parse', script: join(children, 'markdown-it.js') },
  ]
  const figures = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of contenders) {
      const { runs } = await run(contender, { kind: 'build', folder: CONTENT, times: 1 })
      figures.get(contender.name)?.push(...runs)
    }
  }
  return {
    caption: 'Compiling all of it (the goal is 1,000 ms)',
    header: ['', 'ms'],
    rows: [...figures].map(([name, runs]) => [name, withSpread(summaryOf(runs))]),
  }
}

function sizes(): Table {
  return {
    caption: 'Sizes, KB gzipped (the goal is 40 for the text of a topic, and 60 for the questions beside it)',
    header: ['Module', 'KB'],
    rows: [...namedModulesOf(CONTENT)].map(([name, text]) => [
      `\`${name}\``,
      rounded(gzipSync(text, { level: 9 }).length / 1024),
    ]),
  }
}

function making(): Table {
  const topics = courseFolders(CONTENT).flatMap((folder) => {
    const { topics: alone, authored } = withBackground(compilePath(folder).value)
    return withAuthored(alone, authored)
  })
  return {
    caption: 'Making the questions of a topic, ms',
    header: ['Topic', 'Questions', 'First', 'Later'],
    rows: topics.map((topic) => {
      const runs = Array.from({ length: ROUNDS }, () => {
        const start = performance.now()
        // A topic's questions are remembered by the topic.
        itemsIn({ ...topic })
        return performance.now() - start
      })
      const [first = 0, ...later] = runs
      return [topic.id, String(itemsIn(topic).length), rounded(first), withSpread(summaryOf(later))]
    }),
  }
}
