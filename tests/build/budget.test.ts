import { expect, test } from 'vitest'
import { compileAll } from '../../src/node/read-notes.ts'
import { entryScripts, filesEndingWith, gzipped, read } from './built.ts'

const KB = 1024

/** The figure is printed, so that it is seen to grow before it is too big. */
function measured(what: string, bytes: number): number {
  process.stdout.write(`${what}: ${(bytes / KB).toFixed(1)} KB gzipped\n`)
  return bytes
}

test('the first view needs at most 110 KB of JavaScript', () => {
  const scripts = entryScripts()
  expect(scripts.length).toBeGreaterThan(0)
  expect(measured(`First view, ${scripts.length} scripts`, gzipped(scripts))).toBeLessThanOrEqual(110 * KB)
})

test('all stylesheets together are at most 20 KB', () => {
  const sheets = filesEndingWith('.css')
  expect(sheets.length).toBeGreaterThan(0)
  expect(measured(`All ${sheets.length} stylesheets`, gzipped(sheets))).toBeLessThanOrEqual(20 * KB)
})

test('the text of the notes is fetched only when it is read', () => {
  const first = entryScripts().map(read).join('\n')
  const later = filesEndingWith('.js').map(read).join('\n')
  const values = compileAll('content').flatMap(({ value }) => value.topics.flatMap(({ facts }) => facts))
  // Long enough not to be a word of the app or a heading of the notes by chance, and free of what JSON escapes.
  const sentences = values.map(({ value }) => value).filter((text) => text.length > 30 && !/["'`\\]/.test(text))
  // A sentence with bold words in it is sent in parts.
  const sent = sentences.filter((text) => later.includes(text))
  expect(sent.length).toBeGreaterThan(0.8 * sentences.length)
  expect(sentences.filter((text) => first.includes(text))).toEqual([])
})

test('the text of a topic is at most 40 KB', () => {
  // What a topic says is told to others as well, where they speak of the same.
  const scripts = filesEndingWith('.js').filter((path) => !/worker|background/.test(path))
  const texts = new Map(scripts.map((path) => [path, read(path)]))
  for (const { value } of compileAll('content')) {
    for (const { id, facts } of value.topics) {
      // The longest sentence that is sent in one part.
      const sentence = facts
        .map((fact) => fact.value)
        .toSorted((one, other) => other.length - one.length)
        .find((text) => [...texts.values()].some((script) => script.includes(text)))
      const own = scripts.filter((path) => texts.get(path)?.includes(sentence ?? id))
      expect(own, sentence).toHaveLength(1)
      expect(measured(`The topic ${id}`, gzipped(own))).toBeLessThanOrEqual(40 * KB)
    }
  }
})

test('questions beside the notes are fetched with no text of the notes, and at most 60 KB of them for a topic', () => {
  const scripts = filesEndingWith('.js')
  for (const { value } of compileAll('content')) {
    for (const { topic, items } of value.authored) {
      const stem = items[0]?.stem ?? ''
      const own = scripts.filter((path) => read(path).includes(JSON.stringify(stem).slice(1, -1)))
      expect(own).toHaveLength(1)
      expect(measured(`Questions beside ${topic}`, gzipped(own))).toBeLessThanOrEqual(60 * KB)
      const { facts = [] } = value.topics.find(({ id }) => id === topic) ?? {}
      const sentences = facts.map((fact) => fact.value).filter((text) => text.length > 60 && !/["'`\\]/.test(text))
      const questions = own.map(read).join('\n')
      expect(sentences.filter((text) => questions.includes(text))).toEqual([])
    }
  }
})
