import { expect, test } from 'vitest'
import { compilePath } from '../../src/node/read-notes.ts'

/** Services that the exam guide v1.1 lists as out of scope and that an AI course may well speak of. */
const OUT_OF_SCOPE: readonly string[] = [
  'Amazon Cognito',
  'Amazon Keyspaces',
  'Amazon Location',
  'Amazon MQ',
  'Amazon Timestream',
  'AWS Amplify',
  'AWS Backup',
  'AWS Certificate Manager',
  'AWS CloudHSM',
  'AWS Control Tower',
  'AWS DataSync',
  'AWS HealthImaging',
  'AWS HealthOmics',
  'AWS Migration Hub',
  'AWS Panorama',
  'AWS Shield',
  'AWS WAF',
  'AWS X-Ray',
  'Clean Rooms',
  'Amazon Detective',
  'GuardDuty',
  'IoT Greengrass',
  'Monitron',
  'Security Hub',
  'Service Catalog',
]

const named = (text: string): string | undefined => OUT_OF_SCOPE.find((name) => text.includes(name))

const { topics, authored } = compilePath('content/aif-c01').value

test('a service that the exam leaves out is marked so wherever the notes state something about it', () => {
  const missing = topics.flatMap(({ facts, notes }) => {
    const marks = new Set(notes.filter(({ verdict }) => verdict === 'scope').map(({ id }) => id))
    return facts
      .filter(({ subject, value }) => named(subject) !== undefined || named(value) !== undefined)
      // A callout or a list says it in its words; a table marks the cell, the row or the heading.
      .filter((fact) => fact.kind !== 'concept' && fact.kind !== 'trap')
      .filter((fact) => !fact.notes.some((note) => marks.has(note)))
      .map(({ id, subject, value }) => `${id}: ${subject} – ${value}`)
  })
  expect(missing).toEqual([])
})

test('no service that the exam leaves out is the right answer of a written question', () => {
  const keys = authored.flatMap(({ items }) =>
    items.flatMap(({ id, options }) =>
      options.filter(({ correct, text }) => correct && named(text) !== undefined).map(({ text }) => `${id}: ${text}`),
    ),
  )
  expect(keys).toEqual([])
})
