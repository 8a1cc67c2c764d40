import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { partsOf, TopicJoiner } from '../../src/app/topic-parts.ts'
import { corpusOf } from '../../src/node/bench/corpus.ts'

const CORPUS = corpusOf(8)
const QUESTIONS = Array.from({ length: 900 }, (_, index) => `Why ${index}?\n\n- [ ] No\n- [x] So[^${index}]\n`)
const NOTES = QUESTIONS.map((_, index) => `[^${index}]: A note.\n`)

const { topics } = compileCourse('c', [
  { path: 'many.md', text: CORPUS.map(({ text }) => text).join('\n') },
  { path: 'empty.md', text: '' },
  { path: 'questions.md', text: `# Q\n\n${QUESTIONS.join('\n')}\n${NOTES.join('\n')}` },
  { path: 'few.md', text: '# Few\n\n| A | B |\n|---|---|\n| x | y |\n' },
]).value

function joined(parts: ReturnType<typeof partsOf>) {
  const joiner = new TopicJoiner()
  for (const part of parts) joiner.take(part)
  return joiner.topics()
}

test('topics that come in parts are the topics that were sent', () => {
  expect(topics.map(({ items }) => items.length)).toEqual([0, 0, 900, 0])
  expect(joined(topics.flatMap(partsOf))).toEqual(topics)
})

test('no part of a long topic is long', () => {
  const parts = topics.flatMap(partsOf)
  expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(['topic', 'sections', 'facts', 'items', 'notes']))
  const whole = JSON.stringify(topics[0]).length
  const lengths = parts.map((part) => JSON.stringify(part).length)
  expect(whole).toBeGreaterThan(2_000_000)
  expect(Math.max(...lengths)).toBeLessThan(500_000)
})
