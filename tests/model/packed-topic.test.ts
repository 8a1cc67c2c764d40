import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { packTopic, unpackTopic } from '../../src/model/packed-topic.ts'
import type { PackedTopic } from '../../src/model/packed-topic.ts'
import type { Topic } from '../../src/model/topic.ts'
import { compileAll } from '../../src/node/read-notes.ts'
import { corpusOf } from '../../src/node/bench/corpus.ts'

/** As it comes over the wire. */
const sent = (packed: PackedTopic): PackedTopic => JSON.parse(JSON.stringify(packed))

/** Without what is for the author of the notes alone. */
function asRead(topic: Topic): unknown {
  const plain = { ...topic, facts: topic.facts.map((fact) => ({ ...fact, source: { ...fact.source, column: 1 } })) }
  return JSON.parse(JSON.stringify(plain), (key, value: unknown) => (key === 'because' ? '' : value))
}

const topicsOf = (name: string, text: string) => compileCourse('c', [{ path: `c/${name}.md`, text }]).value.topics

test('the topics of the built-in courses arrive as they were compiled', () => {
  const topics = compileAll('content').flatMap(({ value }) => value.topics)
  for (const topic of topics) expect(unpackTopic(sent(packTopic(topic)))).toEqual(asRead(topic))
})

test('so do notes of every form', () => {
  const folder = 'tests/compiler/fixtures'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:md|txt)$/.test(path))
  expect(files.length).toBeGreaterThan(5)
  for (const path of files) {
    for (const topic of topicsOf('notes', readFileSync(join(folder, path), 'utf8'))) {
      expect(unpackTopic(sent(packTopic(topic))), path).toEqual(asRead(topic))
    }
  }
})

test('and a thousand facts that a program made', () => {
  for (const { text } of corpusOf(3)) {
    for (const topic of topicsOf('made', text)) expect(unpackTopic(sent(packTopic(topic)))).toEqual(asRead(topic))
  }
})

test('facts are told in the order in which they stand in the notes', () => {
  const [topic] = topicsOf(
    'a',
    '# A\n\n| Step | Does |\n|---|---|\n| Cut | halves |\n| Glue | joins |\n| Dry | waits |\n',
  )
  expect(topic?.facts.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'step Cut',
    'relation Cut',
    'step Glue',
    'relation Glue',
    'step Dry',
    'relation Dry',
  ])
})
