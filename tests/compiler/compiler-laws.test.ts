import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalised } from '../../src/compiler/source-lines.ts'
import { plainText } from '../../src/model/inline.ts'
import type { Block, Topic } from '../../src/model/topic.ts'
import { compiled } from './compiled.ts'
import { faultsIn } from './sound.ts'

const DOMAIN_5 = readFileSync('content/aif-c01/domain-5.md', 'utf8')

/** A few words that mean nothing to Markdown. */
const words = fc
  .array(fc.constantFrom('key', 'role', 'bucket', 'Größe', 'प्रश्न', 'S3', 'vpc'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '))

/** Rows of two columns, each about something else. */
const rows = fc.uniqueArray(fc.tuple(words, words), { minLength: 1, maxLength: 8, selector: ([subject]) => subject })

const tableOf = (pairs: readonly (readonly [string, string])[]): string =>
  `# T\n\n| Name | Use |\n|---|---|\n${pairs.map(([subject, value]) => `| ${subject} | ${value} |`).join('\n')}\n`

/** Pieces that notes are made of, whole and broken, thrown together. */
const piece = fc.constantFrom(
  '# Title\n',
  '## Part\n',
  'Words\n-----\n',
  '| A | B |\n|---|---|\n| x | y |\n',
  '| A | B |\n|---|\n',
  '|',
  '| a |\n',
  '- **One:** two\n',
  '- x\n  - y\n',
  '1. a\n2. b\n3. c\n',
  'The kinds:\n\n',
  '> **Tip:** it is **so**.\n',
  'Note: it is so.\n',
  '::: tip Title\n',
  ':::\n',
  'Q: what?\n',
  'A: that.\n',
  'Term\n: meaning\n',
  'a → b → c\n',
  '- [ ] do\n- [x] done\n',
  '- A: b\n- C: d\n',
  'Why?\n\nA) x\nB) y\n',
  'Answer: B\n',
  '<details><summary>s</summary>\n',
  '</details>\n',
  '$x_1$',
  '$$\n',
  '1. Part\nIt is so.\n2. Other\nIt is so.\n',
  '| | |\n|---|---|\n| x | y |\n',
  '| x | y | z |\n',
  '> [!NOTE]\n> - x\n',
  '> > | a | b |\n> > |-|-|\n> > | c | d | e |\n',
  '```\ncode\n',
  '~~~\n',
  '    indented\n',
  '[^a]',
  '[^a]: **Disputed.** x\n',
  '[^a]:\n',
  '<!-- no-quiz -->\n',
  '<!-- table: lists -->\n',
  '<!-- objective: 1.1.1 -->\n',
  '<!--',
  '-->',
  '<div>\n',
  '<br>',
  '[x](javascript:alert(1))',
  '![p](q.png)',
  '`a | b`',
  '\\|',
  '**',
  '*',
  '\t',
  ' ',
  '\n',
  '\n\n',
  '---\n',
  '\uFEFF',
  '\r\n',
  '\0',
  '&amp;',
  '&#0;',
  '\u2028',
  '🙂',
  '\uD800',
)
const scraps = fc
  .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 30 })
  .map((parts) => parts.join(''))

test('rewording an answer renames no fact', () => {
  fc.assert(
    fc.property(rows, words, (pairs, answer) => {
      const reworded = pairs.map(([subject]) => [subject, answer] as const)
      expect(idsOf(tableOf(reworded))).toEqual(idsOf(tableOf(pairs)))
    }),
  )
})

test('moving a row renames no fact', () => {
  fc.assert(
    fc.property(rows, (pairs) => {
      expect(idsOf(tableOf(pairs.toReversed())).toSorted()).toEqual(idsOf(tableOf(pairs)).toSorted())
    }),
  )
})

test('subjects that differ in more than case, spaces and punctuation have different ids', () => {
  const subject = fc.string({
    unit: fc.constantFrom('c', 'C', '+', '#', '*', 'é', 'e', '→', 'ß', 'क', 'ि', 'ी', '1'),
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(subject, subject, (one, other) => {
      const escaped = [one, other].map((text) => text.replace(/[*#+]/g, '\\$&'))
      const ids = idsOf(`# T\n\n| Name | Use |\n|---|---|\n| ${escaped[0]} | x |\n| ${escaped[1]} | y |\n`)
      const areAlike = one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase()
      expect(ids[1]?.endsWith('~2')).toBe(areAlike)
    }),
  )
})

test.each<readonly [string, (text: string) => string]>([
  ['on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['with a mark at the start', (text) => `\uFEFF${text}`],
  ['with split accents', (text) => text.normalize('NFD')],
])('notes saved %s give the same facts', (_, saved) => {
  expect(compiled(saved(DOMAIN_5)).value).toEqual(compiled(DOMAIN_5.normalize('NFC')).value)
  fc.assert(
    fc.property(rows, (pairs) => {
      expect(compiled(saved(tableOf(pairs)))).toEqual(compiled(tableOf(pairs)))
    }),
  )
})

test('no text makes the compiler give up, whatever it is, nor name a place that is none', () => {
  fc.assert(
    fc.property(scraps, (text) => {
      expect(faultsIn(text)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a block that gives no fact is always explained: at its line, in a row of paragraphs, or at a question in it', () => {
  fc.assert(
    fc.property(scraps, (text) => {
      const { value, diagnostics } = compiled(text)
      const explained = new Set(diagnostics.map(({ line }) => line))
      const questions = diagnostics.flatMap(({ rule, line }) => (rule.startsWith('question-') ? [line] : []))
      const rows = diagnostics.flatMap(({ message }) => {
        const [, from, to] = /^Lines (\d+) to (\d+): \d+ paragraphs/.exec(message) ?? []
        return from === undefined ? [] : [[Number(from), Number(to)] as const]
      })
      const isInRow = ({ kind, line }: Block) =>
        kind === 'prose' && rows.some(([from, to]) => from <= line && line <= to)
      const silent = blocksOf(value).filter((block) => {
        return factsIn(block) === 0 && !isListName(block, value) && !isAsked(block, value, questions)
      })
      expect(silent.filter((block) => !explained.has(block.line) && !isInRow(block))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('the line that a fact names as its source holds its subject', () => {
  const written = (text: string) => ({ lines: normalised(text).split('\n'), facts: compiled(text).value.facts })
  const domain = written(DOMAIN_5)
  fc.assert(
    fc.property(fc.oneof(fc.constant(domain), scraps.map(written)), ({ lines, facts }) => {
      for (const { kind, subject, value, source, path } of facts) {
        // A callout without a title is about its section.
        if (kind === 'concept' && subject === path.at(-1)) continue
        // Of things side by side the subject stands at the head of the column, and the line has what is said of it.
        const firsts = [subject, value].map((said) => /[\p{L}\p{N}]+/u.exec(said)?.[0] ?? '')
        // A word may be put together from parts with different marks.
        const text = lines[source.line - 1] ?? ''
        const words = text.replace(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1').replace(/[*`~\\]/g, '')
        expect(firsts.some((first) => words.includes(first))).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

function idsOf(text: string): readonly string[] {
  return compiled(text).value.facts.map(({ id }) => id)
}

function blocksOf({ sections }: Topic): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks)
}

/** The facts of a block and of all that stands in it. */
function factsIn(block: Block): number {
  const all = (blocks: readonly Block[]) => blocks.reduce((sum, inner) => sum + factsIn(inner), 0)
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap(({ facts }) => facts.flat()).length
    case 'list':
      return block.entries.reduce((sum, { facts, children }) => sum + facts.length + all(children), 0)
    case 'callout':
      return block.facts.length + all(block.children)
    case 'quote':
      return all(block.blocks)
    case 'prose':
    case 'code':
      return 0
  }
}

/** Whether the block has a question that is asked as it stands, or one that a remark says is not asked. */
function isAsked(block: Block, topic: Topic, unasked: readonly number[]): boolean {
  const next = Math.min(...blocksOf(topic).flatMap(({ line }) => (line > block.line ? [line] : [])))
  const lines = [...unasked, ...topic.items.flatMap(({ options }) => options.map(({ source }) => source.line))]
  return block.kind === 'quote' && lines.some((line) => line >= block.line && line < next)
}

/** A sentence that ends in a colon before a list gives the list its name, which is use enough. */
function isListName(block: Block, topic: Topic): boolean {
  if (block.kind !== 'prose' || !plainText(block.text).endsWith(':')) return false
  return topic.sections.some(({ blocks }) => blocks[blocks.indexOf(block) + 1]?.kind === 'list')
}
