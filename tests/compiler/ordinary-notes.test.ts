import { expect, test } from 'vitest'
import { generateItems } from '../../src/engines/items/generate-items.ts'
import type { Fact } from '../../src/model/fact.ts'
import { compileTopic } from '../../src/compiler/compile-topic.ts'

const factsIn = (text: string): readonly Fact[] =>
  compileTopic({ path: 'x/a.md', text }, { id: 'x/a', objectives: null }).value.facts
const told = (text: string) => factsIn(text).map(({ kind, subject, value }) => `${kind} | ${subject} | ${value}`)

test('lists below short terms are parallel lists: what stands under one does not stand under the other', () => {
  const facts = factsIn('# Walls\n\n- ACL\n  - Guards a subnet\n  - Has deny rules\n- Group\n  - Guards an instance\n')
  expect(facts.map((fact) => [fact.subject, fact.value, fact.kind === 'membership' ? fact.lists : null])).toEqual([
    ['Guards a subnet', 'ACL', ['ACL', 'Group']],
    ['Has deny rules', 'ACL', ['ACL', 'Group']],
    ['Guards an instance', 'Group', ['ACL', 'Group']],
  ])
  expect(new Set(facts.map(({ set }) => set)).size).toBe(1)
})

test('a sentence above a list below an entry names no list, unless it ends in a colon', () => {
  expect(told('# Logs\n\n- They tell who called what. And when:\n  - Trail\n')).toEqual([
    'membership | Trail | And when',
  ])
  expect(told('# Logs\n\n- They tell who called what, and when it was.\n  - Trail\n')).toEqual([])
})

test('a table of contents is no list of anything', () => {
  expect(told('# Net\n\n- [Net](#net)\n  - [Basics](#basics)\n- [More](#more)\n  - [Walls](#walls)\n')).toEqual([])
})

test('where most entries of a list say what their title is, the odd one does not silence the others', () => {
  const list =
    '- VPC: a private network\n- Subnets:tied to a zone\n- Peering: joins two networks\n- Endpoint: a private door\n'
  expect(told(`# Summary\n\n${list}`)).toEqual([
    'concept | VPC | a private network',
    'concept | Peering | joins two networks',
    'concept | Endpoint | a private door',
  ])
})

test('of a list where few entries have a colon nothing is taken for a title', () => {
  expect(told('# Notes\n\n- One: a\n- plain words\n- more plain words\n- and more\n')).toEqual([])
})

test('a table whose heading sets its two columns against each other pairs nothing in its rows', () => {
  const table =
    '| Group | ACL |\n|---|---|\n| Guards the instance | Guards the subnet |\n| Allows only | Denies too |\n'
  expect(told(`# Walls\n\n## ACLs vs Groups\n\n${table}`)).toEqual([
    'membership | Guards the instance | Group',
    'membership | Guards the subnet | ACL',
    'membership | Allows only | Group',
    'membership | Denies too | ACL',
  ])
})

test('a question that is bold as a whole is asked as it stands', () => {
  const pairs = [
    ['What is drift?', 'Falling accuracy over time'],
    ['What is a token?', 'A unit of the text'],
    ['What is chunking?', 'Cutting text in pieces'],
    ['What is a vector?', 'A list of numbers'],
  ] as const
  const text = pairs.map(([question, answer]) => `**Q: ${question}**\nA: ${answer}.`).join('\n\n')
  const facts = factsIn(`# Cards\n\n${text}\n`)
  expect(facts.map(({ subject }) => subject)).toEqual(pairs.map(([question]) => question))
  const [item] = generateItems(facts)
  expect(item?.stem).toBe('What is drift?')
})
