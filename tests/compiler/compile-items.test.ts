import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { compileItems } from '../../src/compiler/compile-items.ts'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import { objectiveId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'

const FIXTURES = new URL('fixtures/items/', import.meta.url)
const OBJECTIVES = new Set(['5.1.1', '5.1.3'].map(objectiveId))
const NOTES = '# Notes\n\n## 4. Keys\n\n### 4.1 Key types\n\nText.\n\n## Bells\n\nText.\n'
const topic = compileTopic({ path: 'c/notes.md', text: NOTES }, { id: 'c/notes', objectives: OBJECTIVES }).value

function compiled(text: string, path = 'c/items/notes.md') {
  return compileItems({ path, text }, { topic, topics: [topic], objectives: OBJECTIVES })
}

/** Each `fixtures/items/x.md` is compiled and compared with `x.json`. A new case is a new Markdown file and `vitest -u`. */
test.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.md')))('compiles the items of %s', async (name) => {
  const { value, diagnostics } = compiled(readFileSync(new URL(name, FIXTURES), 'utf8'))
  const expected = {
    items: value.items.flatMap((item, at) => [`line ${value.lines[at]}`, ...linesOf(item)]),
    diagnostics: diagnostics.map(({ line, column, severity, rule, message, hint }) => {
      return `${line}:${column} ${severity} ${rule}: ${message} → ${hint}`
    }),
  }
  await expect(`${JSON.stringify(expected, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/items/${name.replace(/\.md$/, '.json')}`,
  )
})

/** A question, and below it what it offers, in its order; a right option has a plus. */
function linesOf(item: Item): readonly string[] {
  const { id, type, objective, domain, difficulty = 'of no difficulty', stem, references } = item
  const options = item.options.map(({ id: option, correct, text, rationale, source: { file, line, anchor } }) => {
    const prompt = item.type === 'matching' ? item.prompts.find(({ answer }) => answer === option) : undefined
    const place = item.type === 'ordering' ? item.order.indexOf(option) + 1 : (prompt?.text ?? (correct ? '+' : '-'))
    return `  ${place} ${text} | ${rationale} | ${file}:${line}${anchor === '' ? '' : `#${anchor}`}`
  })
  return [
    `${id} ${type}, ${domain} ${objective}, ${difficulty}: ${stem}`,
    ...options.toSorted(),
    ...references.map(({ title, address, checked }) => `  see ${title} ${address} ${checked}`),
  ]
}

const CHOICE = (stem: string, id = '') => `${id}## ${stem}

- [x] One
  - Why one.
- [ ] Two
  - Why two.
- [ ] Three
  - Why three.
- [ ] Four
  - Why four.
`
const idsOf = (text: string) => compiled(text).value.items.map(({ id }) => id)

test('a comment that is never closed is an error, as in notes', () => {
  const { diagnostics } = compiled(`${CHOICE('Which is it?')}\n<!-- to do\n\n${CHOICE('Which other?')}`)
  expect(diagnostics).toMatchObject([{ severity: 'error', rule: 'unclosed-comment', line: 12 }])
})

describe('the id of a question', () => {
  test('stays when its number, its title, its answers and its place change', () => {
    const own = idsOf(CHOICE('Which is it?'))
    const edited =
      '# T\n\n## Question 9\n\nWhich is it?\n\n- [ ] Five\n  - No.\n- [x] Six\n  - Yes.\n- [ ] Seven\n  - No.\n- [ ] Eight\n  - No.\n'
    expect(idsOf(edited)).toEqual(own)
    expect(idsOf(`${CHOICE('Which other?')}\n${CHOICE('Which is it?')}`)[1]).toBe(own[0])
  })

  test('is another one for other words, unless it has a name', () => {
    expect(idsOf(CHOICE('Which was it?'))).not.toEqual(idsOf(CHOICE('Which is it?')))
    const named = idsOf(CHOICE('Which is it?', '<!-- id: The One -->\n'))
    expect(named).toEqual(['c/notes#items/the-one'])
    expect(idsOf(CHOICE('Which was it?', '<!-- id: the-one -->\n'))).toEqual(named)
  })

  test('is no longer than its journal can bear, however long the scenario is', () => {
    const [id = ''] = idsOf(
      `## 1.\n\n${'A company keeps its books. '.repeat(50)}Which is it?\n\n${CHOICE('x').slice(5)}`,
    )
    expect(id.length).toBeGreaterThan('c/notes#items/'.length)
    expect(id.length).toBeLessThan(100)
  })
})

describe('the files of a course', () => {
  const notes = (path: string) => ({ path, text: '# T\n' })
  const items = (path: string) => ({ path, text: CHOICE('Which is it?') })

  test('questions belong to the topic of their name, in each folder of its own', () => {
    const { value, diagnostics } = compileCourse('x', [
      notes('x/a.md'),
      notes('x/b/a.md'),
      items('x/items/a.txt'),
      items('x/b/items/a.md'),
    ])
    expect(diagnostics).toEqual([])
    expect(value.authored.map(({ topic: id, file }) => [id, file])).toEqual([
      ['x/a', 'x/items/a.txt'],
      ['x/a-2', 'x/b/items/a.md'],
    ])
    expect(value.topics.map(({ id }) => id)).toEqual(['x/a', 'x/a-2'])
  })

  test('questions with the name of no notes are an error that says so', () => {
    const { value, diagnostics } = compileCourse('x', [notes('x/a.md'), items('x/items/b.md')])
    expect(value.authored).toEqual([])
    expect(diagnostics).toMatchObject([
      { severity: 'error', rule: 'items-without-topic', file: 'x/items/b.md', line: 1, message: /“b”/ },
    ])
  })

  test('a folder of notes that happens to be called “items” holds notes', () => {
    const { value } = compileCourse('x', [notes('items/a.md'), notes('items/b.md')])
    expect(value.topics.map(({ id }) => id)).toEqual(['x/a', 'x/b'])
  })
})

const stem = fc.constantFrom(
  '## Which?',
  '### Which TWO? (Select TWO.)',
  '## 3.',
  '# T',
  '## Q\n\nWho?',
  '## Put it in order.',
  '',
)
const body = fc.constantFrom(
  ...[
    ['- [x] ', '- [ ] ', '- [ ] ', '- [ ] '],
    ['- [x] ', '- [x] ', '- [ ] ', '- [ ] ', '- [ ] '],
    ['- [x] ', '- [ ] '],
    ['1. ', '2. ', '3. '],
    ['- ', '- ', '- ', '- '],
  ].flatMap((marks) => {
    const why = (mark: string) => ' '.repeat(mark.startsWith('1') ? 3 : 2)
    return [true, false].map((isExplained) =>
      marks.map((mark, at) => `${mark}Answer ${at}${isExplained ? `\n${why(mark)} - Why ${at}.` : ''}`).join('\n'),
    )
  }),
  '| A | B | C |\n|---|---|---|\n| a | b | c |\n| d | e | f |\n| g | h | i |',
  '| A | B |\n|---|---|\n| a | b |',
)
const noise = fc.constantFrom(
  '<!-- objective: 5.1.1 -->',
  '<!-- objective: x -->',
  '<!-- id: same -->',
  '<!-- no-quiz -->',
  'Difficulty: easy',
  'Objective:',
  'References: [A](https://example.org) checked 2026-01-01',
  'References:\n- [A](b.md)',
  'Words.',
  '> Quoted?',
  '```\ncode\n```',
  '[^a]',
)

const question = fc.tuple(stem, body).map((parts) => parts.join('\n\n'))

test('whatever a file is made of, each question that is taken is whole, and each other one is explained', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.array(fc.oneof(question, stem, body, noise), { maxLength: 12 }), (parts) => {
      const { value, diagnostics } = compiled(parts.join('\n\n'))
      taken += value.items.length
      expect(value.lines).toHaveLength(value.items.length)
      expect(new Set(value.items.map(({ id }) => id)).size).toBe(value.items.length)
      for (const item of value.items) {
        const keys = item.options.filter(({ correct }) => correct).length
        expect(item.stem).not.toBe('')
        expect(item.options.every(({ text, rationale }) => text !== '' && rationale !== '')).toBe(true)
        expect(new Set(item.options.map(({ id }) => id)).size).toBe(item.options.length)
        if (item.type === 'choice') expect([keys, item.options.length >= 4]).toEqual([1, true])
        if (item.type === 'response') expect([keys, item.options.length >= 5]).toEqual([item.pick, true])
        if (item.type === 'ordering') expect(item.order).toHaveLength(item.options.length)
        if (item.type === 'matching') expect(item.prompts).toHaveLength(item.options.length)
      }
      const boxes = parts.some((part) => part.startsWith('- [x]'))
      if (boxes && value.items.length === 0) expect(diagnostics).not.toEqual([])
    }),
    { numRuns: 1000, seed: 5 },
  )
  expect(taken).toBeGreaterThan(200)
})
