import { expect, test } from 'vitest'
import { entriesOf } from '../../../src/engines/search/search-entry.ts'
import type { Block } from '../../../src/model/topic.ts'
import { topicWith } from './topic-builder.ts'

const told = (topic: Parameters<typeof entriesOf>[0]) =>
  entriesOf(topic).map(({ kind, title, text }) => `${kind} | ${title} | ${text}`)

test('a row of a table is one entry, whatever the number of its cells', () => {
  const topic = topicWith({
    title: 'KMS key types',
    facts: [
      { kind: 'relation', subject: 'AWS owned key', attribute: 'Managed by', value: 'AWS' },
      { kind: 'relation', subject: 'AWS owned key', attribute: 'Rotation', value: 'Varies' },
      { kind: 'relation', subject: 'Customer managed key', attribute: 'Managed by', value: 'The customer' },
    ],
  })
  expect(told(topic).slice(1)).toEqual([
    'row | AWS owned key | Managed by: AWS · Rotation: Varies',
    'row | Customer managed key | Managed by: The customer',
  ])
  expect(entriesOf(topic)[1]?.fact).toBe(topic.facts[0]?.id)
  expect(entriesOf(topic)[1]?.facts).toEqual(topic.facts.slice(0, 2).map(({ id }) => id))
})

test('one subject in two tables is two entries', () => {
  const topic = topicWith({
    title: 'Services',
    facts: [
      { kind: 'relation', subject: 'Amazon Macie', attribute: 'Finds', value: 'PII', set: 'finders' },
      { kind: 'relation', subject: 'Amazon Macie', attribute: 'Price', value: 'By gigabyte', set: 'prices' },
    ],
  })
  expect(told(topic).slice(1)).toEqual(['row | Amazon Macie | Finds: PII', 'row | Amazon Macie | Price: By gigabyte'])
})

test('terms, scenarios, traps, tips, list entries and steps are each found as what they are', () => {
  const topic = topicWith({
    title: 'Reference',
    facts: [
      { kind: 'term', subject: 'Least privilege', attribute: 'means', value: 'Only the permissions that are needed' },
      { kind: 'scenario', subject: 'Find PII in S3', attribute: 'Answer', value: 'Amazon Macie' },
      {
        kind: 'trap',
        subject: 'Macie or Inspector',
        attribute: 'trap',
        value: 'Macie reads data, Inspector scans code',
      },
      { kind: 'concept', subject: 'Private access', attribute: 'Exam tip', value: 'It means a VPC endpoint' },
      { kind: 'membership', subject: 'Patch the hypervisor', attribute: 'responsibility', value: 'AWS responsibility' },
      { kind: 'step', subject: 'Contain', attribute: 'order of phases', value: '1 of 3' },
    ],
  })
  expect(told(topic)).toEqual([
    'section | Reference | ',
    'term | Least privilege | Only the permissions that are needed',
    'scenario | Find PII in S3 | Amazon Macie',
    'trap | Macie or Inspector | Macie reads data, Inspector scans code',
    'tip | Private access | It means a VPC endpoint',
    'member | Patch the hypervisor | AWS responsibility',
    'step | Contain | order of phases: 1 of 3',
  ])
})

test('a scenario with a reason beside its answer is one entry that says which is which', () => {
  const topic = topicWith({
    title: 'Scenarios',
    facts: [
      { kind: 'scenario', subject: 'Find PII in S3', attribute: 'Answer', value: 'Amazon Macie' },
      { kind: 'scenario', subject: 'Find PII in S3', attribute: 'Why', value: 'It reads objects' },
    ],
  })
  expect(told(topic)[1]).toBe('scenario | Find PII in S3 | Answer: Amazon Macie · Why: It reads objects')
})

test('a heading is found by its number and by the sentences below it that no fact holds', () => {
  const blocks: readonly Block[] = [
    {
      kind: 'prose',
      text: [
        { kind: 'text', text: 'SCPs limit ' },
        { kind: 'code', text: 'bedrock:*' },
      ],
      line: 1,
    },
    { kind: 'code', language: '', text: 'User ──► Gateway\n  │\n  ▼\nModel', line: 2 },
    {
      kind: 'list',
      ordered: false,
      start: 1,
      entries: [
        { text: [{ kind: 'text', text: 'loose thought' }], facts: [], children: [], line: 3 },
        {
          text: [{ kind: 'text', text: 'an entry' }],
          facts: topicWith().facts.map(({ id }) => id),
          children: [],
          line: 4,
        },
      ],
      line: 3,
    },
    { kind: 'quote', blocks: [{ kind: 'prose', text: [{ kind: 'text', text: 'quoted' }], line: 5 }], line: 5 },
  ]
  const [section] = entriesOf(topicWith({ title: 'Service control policies', number: '3.2', blocks }))
  expect(section).toMatchObject({
    kind: 'section',
    fact: null,
    title: '3.2 Service control policies',
    text: 'SCPs limit bedrock:* User Gateway Model loose thought an entry quoted',
  })
})

test('the context of an entry is the two headings next above it', () => {
  const [section, fact] = entriesOf(
    topicWith({
      title: 'KMS key types',
      below: ['Data security', 'Encryption'],
      facts: [{ kind: 'term', subject: 'CMK', attribute: 'means', value: 'Customer managed key' }],
    }),
  )
  expect(section?.context).toBe('Data security › Encryption')
  expect(fact?.context).toBe('Encryption › KMS key types')
})

test('entries come in the order of the notes, and no two share an id', () => {
  const entries = entriesOf(
    topicWith(
      { title: 'First', facts: [{ kind: 'term', subject: 'Alpha', attribute: 'means', value: 'One' }] },
      { title: 'Second', facts: [{ kind: 'term', subject: 'Beta', attribute: 'means', value: 'Two' }] },
    ),
  )
  expect(entries.map(({ title }) => title)).toEqual(['First', 'Alpha', 'Second', 'Beta'])
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})
