import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import type { Fact } from '../../src/model/fact.ts'
import { objectiveId } from '../../src/model/ids.ts'
import { plainText } from '../../src/model/inline.ts'
import type { Item } from '../../src/model/item.ts'
import type { Block } from '../../src/model/topic.ts'

const FIXTURES = new URL('fixtures/', import.meta.url)
const OBJECTIVES = new Set(['5.1.1', '5.1.3'].map(objectiveId))

/** Each `fixtures/x.md` or `x.txt` is compiled and compared with `fixtures/x.json`. A new case is a new Markdown file and `vitest -u`. */
test.each(readdirSync(FIXTURES).filter((name) => /\.(?:md|txt)$/.test(name)))('compiles %s', async (name) => {
  const text = readFileSync(new URL(name, FIXTURES), 'utf8')
  const { value, diagnostics } = compileTopic({ path: name, text }, { id: 'c/t', objectives: OBJECTIVES })
  const expected = {
    title: value.title,
    sections: value.sections.map(({ level, number, id, title, path, objective, blocks, facts }) => ({
      heading: `${level} ${number}|${id}|${title}`,
      path: path.join(' > '),
      objective,
      blocks: blocks.flatMap((block) => outlineOf(block)),
      facts: facts.length,
    })),
    facts: value.facts.map(factLine),
    ...(value.items.length === 0 ? {} : { items: value.items.flatMap(itemLines) }),
    notes: value.notes.map(({ id, verdict, text: words, line }) => `${line} ${id} ${verdict}: ${plainText(words)}`),
    diagnostics: diagnostics.map(({ line, column, severity, rule, message, hint }) => {
      return `${line}:${column} ${severity} ${rule}: ${message} → ${hint}`
    }),
  }
  await expect(`${JSON.stringify(expected, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/${name.replace(/\.\w+$/, '.json')}`,
  )
})

function factLine(fact: Fact): string {
  const { id, kind, subject, attribute, value, source, set, notes, withheld, objective } = fact
  const extras = [
    ...(kind === 'relation' ? [`about a ${fact.subjectLabel}`, fact.oneToOne ? 'one-to-one' : 'shared'] : []),
    ...(kind === 'membership' ? [`of ${fact.lists.join(' / ')}`] : []),
    ...('cloze' in fact && fact.cloze.length > 0
      ? [`cloze ${fact.cloze.map((part) => (part.kind === 'blank' ? `{${part.text}}` : part.text)).join('')}`]
      : []),
    ...(notes.length > 0 ? [`notes ${notes.join(',')}`] : []),
    ...(withheld === null ? [] : [`withheld ${withheld}`]),
    ...(objective === null ? [] : [objective]),
  ]
  const shortId = id.slice('c/t#'.length)
  const shortSet = set.slice(set.indexOf('/', 'c/t#'.length) + 1)
  return `${source.line}:${source.column} ${shortId} [${shortSet}] ${subject} – ${attribute} – ${value}${extras.map((extra) => ` (${extra})`).join('')}`
}

/** A question, and below it its options: a right one has a plus. */
function itemLines({ id, type, stem, options, objective, references, origin }: Item): readonly string[] {
  const extras = [origin, ...(objective === null ? [] : [objective]), ...references.map(({ address }) => address)].map(
    (extra) => ` (${extra})`,
  )
  return [
    `${id.slice('c/t#'.length)} ${type}: ${stem}${extras.join('')}`,
    ...options
      .toSorted((one, other) => one.source.line - other.source.line)
      .map(({ correct, text, rationale, source }) => {
        return `  ${source.line} #${source.anchor} ${correct ? '+' : '-'} ${text} | ${rationale}`
      }),
  ]
}

/** The kinds of blocks; what stands in a block stands below it, set in. */
function outlineOf(block: Block): readonly string[] {
  const below = (blocks: readonly Block[]) => blocks.flatMap((inner) => outlineOf(inner).map((line) => `  ${line}`))
  switch (block.kind) {
    case 'prose':
      return [`${block.line} prose: ${plainText(block.text)}`]
    case 'code':
      return [`${block.line} code ${block.language}`.trimEnd()]
    case 'table':
      return [`${block.line} table ${block.table}, because ${block.because}`]
    case 'quote':
      return [`${block.line} quote`, ...below(block.blocks)]
    case 'callout':
      return [`${block.line} callout ${block.callout}: ${block.label}|${block.title}`, ...below(block.children)]
    case 'list':
      return [
        `${block.line} list${block.ordered ? ' ordered' : ''}, ${block.entries.length} entries`,
        ...block.entries.flatMap(({ children }) => below(children)),
      ]
  }
}
