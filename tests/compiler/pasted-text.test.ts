import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairPastedText } from '../../src/compiler/pasted-text.ts'
import type { Block } from '../../src/model/topic.ts'
import { compiled } from './compiled.ts'
import { flattened } from './flattened.ts'

const WRITTEN = readFileSync('content/aif-c01/domain-5.md', 'utf8')
const PASTED = flattened(WRITTEN)

function blocksOf(text: string): readonly Block[] {
  return compiled(text).value.sections.flatMap(({ blocks }) => blocks)
}

function tablesOf(text: string) {
  return blocksOf(text).filter((block) => block.kind === 'table')
}

describe('notes that were copied from their page', () => {
  const { value, diagnostics } = compiled(PASTED)

  test('have lost their marks', () => {
    expect(PASTED).not.toMatch(/^#|```|\*\*|^>|^\| `/m)
  })

  test('give all tables and rows of the notes themselves', () => {
    const rows = (text: string) => tablesOf(text).map((table) => table.rows.length)
    expect(rows(PASTED)).toEqual(rows(WRITTEN))
    expect(rows(PASTED).length).toBeGreaterThan(31)
  })

  test.each(['scenario', 'term', 'trap'] as const)('give every %s', (kind) => {
    const subjects = (facts: typeof value.facts) =>
      facts.filter((fact) => fact.kind === kind).map(({ subject }) => subject)
    expect(subjects(value.facts)).toEqual(subjects(compiled(WRITTEN).value.facts))
  })

  test('give every callout', () => {
    const kinds = (text: string) => blocksOf(text).flatMap((block) => (block.kind === 'callout' ? [block.callout] : []))
    expect(kinds(PASTED)).toEqual(kinds(WRITTEN))
  })

  test('have no error, and say of every repair where it was made', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const lines = PASTED.split('\n')
    for (const { line } of diagnostics.filter(({ rule }) => rule === 'repaired'))
      expect(lines[line - 1]?.trim()).not.toBe('')
  })

  test('have facts that name the line of the file', () => {
    const lines = PASTED.split('\n')
    for (const { kind, subject, source, path } of value.facts) {
      if (kind === 'concept' && subject === path.at(-1)) continue
      expect(lines[source.line - 1]).toContain(/[\p{L}\p{N}]+/u.exec(subject)?.[0])
    }
  })
})

describe('a list of contents', () => {
  test('is left out, and its titles are headings below', () => {
    const text =
      'Tea\nContents\n- Green Tea\n- Black Tea\nGreen Tea\nIt is not fermented.\nBlack Tea\nIt is fermented.\n'
    expect(repairPastedText(text)?.text).toBe(
      '# Tea\n\n## Green Tea\n\nIt is not fermented.\n\n## Black Tea\n\nIt is fermented.\n',
    )
  })

  test('stays where its titles do not come again', () => {
    const text = '1. Tea\nContents\n- Water\n- Leaves\n1.1 Green Tea\nIt is not fermented.\n2. Coffee\nIt is roasted.\n'
    expect(repairPastedText(text)?.text).toContain('- Water\n- Leaves')
  })
})

test('a list with numbers stays a list, though its numbers count on from the heading', () => {
  const text =
    '1. Tea\nHow it is made:\n1. Boil water\n2. Pour it\n3. Wait\n2. Coffee\nIt is roasted.\n3. Milk\nIt is white.\n'
  const headings = repairPastedText(text)?.text.match(/^#.*$/gm)
  expect(headings).toEqual(['## 1. Tea', '## 2. Coffee', '## 3. Milk'])
})

test.each([
  ['a heading', '# Tea\n1. Green\nIt is not fermented.\n2. Black\nIt is fermented.\n3. White\nIt is rare.\n'],
  ['a fence', '```\ncode\n```\nTea\n| A | B |\n|---|---|\n| x | y |\nWords\n'],
  ['front matter', '---\ntitle: Tea\n---\nTea\n| A | B |\n|---|---|\n| x | y |\nWords\n'],
  ['a numbered list', '1. Green\n2. Black\n3. White\n'],
  ['a paragraph', 'Tea is a drink.\n\nCoffee is another.\n'],
  ['bold words', 'Tea\n**Green** tea is not fermented.\nCoffee\n- roasted\n'],
])('a text with %s is read as it is written', (_, text) => {
  expect(repairPastedText(text)).toBeNull()
})

/** Lines as they come from pages. */
const line = fc.constantFrom(
  'Green Tea',
  'It is not fermented, and it is brewed with water that does not boil.',
  '1. Tea',
  '1.1 Leaves',
  '2. Coffee',
  '3. Milk',
  '- a point',
  '• another: point',
  '| A | B |',
  '|---|---|',
  '| x | y |',
  '`z` |',
  'z |',
  'a\tb',
  'Exam Tip: Choose tea.',
  '{',
  '"a": 1',
  '}',
  '↓',
  '[Box] ──► [Box]',
  'User: "Say',
  'it"',
  'Contents',
  'Share',
  'sudo apt install tea',
  'I. Formation',
  'A. Offer',
  'Chapter 1: Water',
  'Chapter 2: Fire',
  '',
)
const pages = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

test('no word is lost that is not reported as left out, and none is made up', () => {
  fc.assert(
    fc.property(pages, (text) => {
      const pasted = repairPastedText(text)
      if (pasted === null) return
      const words = (some: string) => [...some.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word)
      const written = new Set(pasted.lines)
      const kept = text.split('\n').filter((_, index) => written.has(index + 1) || isJoined(pasted, index + 1))
      expect(words(pasted.text.replace(/^(?:```|~~~~)\w*$/gm, ''))).toEqual(kept.flatMap(words))
      const lost = text
        .split('\n')
        .flatMap((words, index) => (words.trim() !== '' && !kept.includes(words) ? [index + 1] : []))
      const reported = new Set(
        pasted.repairs.filter(({ message }) => message.includes('left out')).map(({ line: at }) => at),
      )
      if (lost.length > 0) expect(reported.size).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})

/** Whether a line went into the row above it. */
function isJoined({ lines, repairs }: NonNullable<ReturnType<typeof repairPastedText>>, at: number): boolean {
  const row = repairs.findLast(({ line: from, message }) => from < at && message.startsWith('The row is put together'))
  const count = Number(/from (\d+)/.exec(row?.message ?? '')?.[1] ?? 0)
  return row !== undefined && at < row.line + count && !lines.includes(at)
}

test('each line of the repaired text comes from a line of the file, in order', () => {
  fc.assert(
    fc.property(pages, (text) => {
      const pasted = repairPastedText(text)
      if (pasted === null) return
      expect(pasted.lines).toHaveLength(pasted.text.split('\n').length)
      expect(pasted.lines.toSorted((one, other) => one - other)).toEqual(pasted.lines)
      for (const from of pasted.lines) expect(from).toBeLessThanOrEqual(text.split('\n').length)
    }),
  )
})
