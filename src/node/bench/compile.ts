import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../run-tool.mjs'
import { buildChildren } from './children/build-children.ts'
import { contentTables } from './content-tables.ts'
import type { Contenders } from './contender.ts'
import { editTables } from './edit-table.ts'
import { growthTables } from './growth-table.ts'
import { pathologicalTables } from './pathological-table.ts'
import { peersInstalled, versionOf } from './peers-installed.ts'
import type { Report, Table } from './report.ts'

const METHOD = [
  'Each figure is taken in a Node process of its own; contenders take turns, round by round.',
  'The notes are made by a program, the same each time: 1 MiB in 40 files, three quarters of it lines of tables (relations',
  'of two to four columns with cells of prose, scenarios), the rest headings, sentences, named lists, terms and tips;',
  'one prose cell in seven has bold words, code or a link. Velite (its `raw` and `markdown`) and Content Collections',
  '(with its `compileMarkdown` and remark-gfm) are set up as their documentation shows, validate by a schema and write',
  'their output; remark-gfm and markdown-it only parse. Retain’s build makes facts, remarks and the text of every module',
  'of a build. Figures are medians, with the middle half in brackets; × is the figure over that of Retain’s build.',
].join(' ')

type Measure = (contenders: Contenders, work: string) => Promise<readonly Table[]>

const PARTS: readonly (readonly [name: string, measure: Measure])[] = [
  ['builds', contentTables],
  ['edits', editTables],
  ['growth', growthTables],
  ['texts made to be slow', pathologicalTables],
]

/** How fast notes become content, beside tools that make content of Markdown and parsers that only read it. */
export async function compile(): Promise<Report> {
  const peers = peersInstalled()
  const contenders = contendersIn(await buildChildren(), peers)
  const work = mkdtempSync(join(tmpdir(), 'bench-compile-'))
  try {
    const tables: Table[] = []
    for (const [name, measure] of PARTS) {
      console.error(`Measuring ${name} …`)
      tables.push(...(await measure(contenders, work)))
    }
    return {
      title: 'compile',
      method: METHOD,
      tools: toolsIn(peers),
      tables,
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function toolsIn(peers: string): readonly string[] {
  const named = [
    ['Velite', 'velite'],
    ['Content Collections', '@content-collections/core'],
    ['remark-gfm', 'remark-gfm'],
  ] as const
  return [
    ...named.map(([name, folder]) => `${name} ${versionOf(peers, folder)}`),
    `markdown-it ${versionOf(ROOT, 'markdown-it')}`,
  ]
}

function contendersIn(children: string, peers: string): Contenders {
  return {
    retain: { name: 'Retain: build', script: join(children, 'retain.js') },
    facts: { name: 'Retain: facts and remarks', script: join(children, 'facts.js') },
    markdownIt: { name: 'markdown-it: parse', script: join(children, 'markdown-it.js') },
    remark: { name: 'remark-gfm: parse', script: join(peers, 'remark-gfm.mjs') },
    velite: { name: 'Velite: build', script: join(peers, 'velite.mjs') },
    contentCollections: { name: 'Content Collections: build', script: join(peers, 'content-collections.mjs') },
  }
}
