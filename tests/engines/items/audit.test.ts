import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withBackground } from '../../../src/compiler/background.ts'
import { listItems } from '../../../src/engines/items/answer-text.ts'
import { attack } from '../../../src/engines/items/attackers.ts'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { Lexicon } from '../../../src/engines/items/lexicon.ts'
import type { Fact } from '../../../src/model/fact.ts'
import { factIdOf } from '../../../src/model/ids.ts'
import { ITEM_TYPES } from '../../../src/model/item.ts'
import { compilePath } from '../../../src/node/read-notes.ts'
import { ofType } from './tables.ts'

/** What is asked of the notes that come with the app. */
const { topics, vocabulary } = withBackground(compilePath('content/aif-c01').value)
const facts = topics.flatMap((topic) => topic.facts)
const items = topics.flatMap((topic) => generateItems(topic.facts, topic.background))
const lexicon = new Lexicon(vocabulary.names)
const choices = ofType(items, 'choice')
const byId = new Map(facts.map((fact) => [fact.id, fact]))

/** Facts that some type of item can ask, unless a footnote disputes them. */
function isQuizzable(fact: Fact): boolean {
  if (fact.withheld !== null) return false
  switch (fact.kind) {
    case 'relation':
    case 'term':
    case 'scenario':
    case 'step':
      return true
    case 'membership':
      return fact.lists.length > 1
    case 'trap':
    case 'concept':
      return false
  }
}

test('the notes give at least 450 questions, of all four types', () => {
  expect(items.length).toBeGreaterThanOrEqual(450)
  for (const type of ITEM_TYPES) expect(ofType(items, type)).not.toHaveLength(0)
})

test('at least 90 % of the facts that can be asked are asked', () => {
  const asked = new Set(items.flatMap((item) => item.facts))
  const quizzable = facts.filter(isQuizzable)
  expect(quizzable.filter(({ id }) => asked.has(id)).length / quizzable.length).toBeGreaterThanOrEqual(0.9)
})

test('no two questions have the same name', () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

test('the form of each question is that of its type', () => {
  for (const item of choices) {
    expect(item.options).toHaveLength(4)
    expect(item.options.filter(({ correct }) => correct)).toHaveLength(1)
  }
  for (const item of ofType(items, 'response')) {
    expect(item.options.length).toBeGreaterThanOrEqual(5)
    expect(item.options.filter(({ correct }) => correct)).toHaveLength(item.pick)
    expect(item.stem).toContain(item.pick === 2 ? '(Select TWO.)' : '(Select THREE.)')
  }
  for (const item of ofType(items, 'ordering')) {
    expect(item.order.length).toBeGreaterThanOrEqual(3)
    expect(item.order.length).toBeLessThanOrEqual(5)
    expect(item.order.toSorted()).toEqual(item.options.map(({ id }) => id).toSorted())
  }
  for (const item of ofType(items, 'matching')) {
    expect(item.prompts.length).toBeGreaterThanOrEqual(3)
    expect(item.prompts.map(({ answer }) => answer).toSorted()).toEqual(item.options.map(({ id }) => id).toSorted())
  }
})

test('every option says why, in a sentence, and where in the notes that stands', () => {
  const lines = new Map<string, readonly string[]>()
  for (const { options } of items) {
    for (const { rationale, source } of options) {
      expect(rationale).toMatch(/^[“\p{Lu}].*[.!?…]$/u)
      const file = lines.get(source.file) ?? readFileSync(source.file, 'utf8').split('\n')
      lines.set(source.file, file)
      const fact = byId.get(factIdOf(`${source.topic}#${source.anchor}`))
      expect(source.line).toBe(fact?.source.line)
      // Of things side by side the subject stands at the head of the column, and the row has what is said of it.
      const words = [fact?.subject ?? '', fact?.value ?? ''].map((text) => /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '\n')
      expect(words.some((word) => file[source.line - 1]?.includes(word))).toBe(true)
    }
  }
})

test('every question is one: it ends in a question mark, or is an instruction', () => {
  for (const { stem } of items) {
    expect(stem).toMatch(
      /[?:] “.*”$|\?$|… ?(?:\(Select \w+\.\))?$|\((?:Select TWO|Select THREE)\.\)$|[Mm]atch .*\.$|^Put .*\.$/,
    )
    expect(stem).not.toMatch(/\bwhich (?:what|why|how)\b|undefined|\s\s/i)
  }
})

test('no two options of a question could be taken for each other', () => {
  for (const item of items) {
    if (item.type === 'ordering') continue
    for (const [index, one] of item.options.entries()) {
      for (const other of item.options.slice(index + 1)) {
        // Two rows may share a word-for-word entry only where both are right.
        if (one.correct && other.correct && item.type === 'response') continue
        expect(lexicon.overlap(one.text, other.text), `${item.id}: “${one.text}” and “${other.text}”`).toBe(false)
      }
    }
  }
})

test('no wrong option is what the notes say of the very thing that is asked', () => {
  const said = new Set(facts.map(({ subject, attribute, value }) => `${subject}|${attribute}|${value}`))
  for (const item of choices) {
    const [id] = item.facts
    const asked = id === undefined ? undefined : byId.get(id)
    if (asked === undefined) throw new Error(`Expected ${item.id} to ask a fact of the notes`)
    // A trap is asked by a sentence of it, and its options are rows of a table.
    if (asked.kind === 'trap') continue
    const isReverse = item.id.includes('-reverse')
    for (const { text, correct } of item.options) {
      const claim = isReverse
        ? `${text}|${asked.attribute}|${asked.value}`
        : `${asked.subject}|${asked.attribute}|${text}`
      expect(said.has(claim), `${item.id}: ${claim}`).toBe(correct)
    }
  }
})

test('an entry of a list is never a wrong answer where the notes list it too', () => {
  for (const item of ofType(items, 'response')) {
    const [id] = item.facts
    const asked = id === undefined ? undefined : byId.get(id)
    if (asked?.kind !== 'relation' || !item.id.endsWith('?response')) continue
    const listed = new Set(listItems(asked.value).map((entry) => entry.toLowerCase()))
    for (const { text, correct } of item.options) expect(listed.has(text.toLowerCase())).toBe(correct)
  }
})

test('what is disputed or withheld is neither asked, nor offered as an option', () => {
  const withheld = new Set(facts.filter((fact) => fact.withheld !== null).map(({ id }) => id))
  expect(withheld.size).toBeGreaterThan(0)
  for (const item of items) {
    expect(
      [...item.facts, ...item.options.map(({ source }) => factIdOf(`${source.topic}#${source.anchor}`))].filter((id) =>
        withheld.has(id),
      ),
    ).toEqual([])
  }
})

test('no step to be put in order says its own place', () => {
  for (const { options } of ofType(items, 'ordering')) {
    for (const { text } of options) expect(text).not.toMatch(/\d|^(?:first|then|next|finally)\b/i)
  }
})

const { results, limit } = attack(items)

test.each(results)('whoever knows nothing and takes $name is right about as often as by chance', ({ right }) => {
  expect(right).toBeLessThanOrEqual(Math.min(limit, 0.3))
})
