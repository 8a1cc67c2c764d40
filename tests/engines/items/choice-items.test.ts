import { describe, expect, test } from 'vitest'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { disputing, ofType, relations, scenarios, terms, textsOf } from './tables.ts'

const KEYS = relations({
  section: 'KMS Key Types',
  headings: ['Key Type', 'Held In'],
  rows: [
    ['Red key', 'a vault in Europe'],
    ['Blue key', 'a drawer in Africa'],
    ['Green key', 'a pocket in Canada'],
    ['Black key', 'a server in Brazil'],
  ],
})

test('a row is asked both ways, with the other rows’ answers as wrong options', () => {
  const [forward, , reverse] = ofType(generateItems(KEYS), 'choice')
  expect(forward?.stem).toBe('KMS Key Types: what is the held in for the key type “Red key”?')
  expect(forward === undefined ? null : textsOf(forward)).toEqual({
    right: ['a vault in Europe'],
    wrong: ['a drawer in Africa', 'a pocket in Canada', 'a server in Brazil'],
  })
  expect(reverse === undefined ? null : textsOf(reverse)).toEqual({
    right: ['Red key'],
    wrong: ['Black key', 'Blue key', 'Green key'],
  })
})

test('an option tells what it really is', () => {
  const [forward, , reverse] = ofType(generateItems(KEYS), 'choice')
  const why = (item: typeof forward, text: string) => item?.options.find((option) => option.text === text)?.rationale
  expect(why(forward, 'a vault in Europe')).toBe('The held in for the key type “Red key” is: a vault in Europe.')
  expect(why(forward, 'a drawer in Africa')).toBe('That is the held in for the key type “Blue key”.')
  expect(why(reverse, 'Blue key')).toBe('The held in for the key type “Blue key” is: a drawer in Africa.')
})

test('three rows are too few for a question with four options', () => {
  expect(ofType(generateItems(KEYS.slice(0, 3)), 'choice')).toEqual([])
})

describe('a value that several rows share', () => {
  const regions = relations({
    headings: ['Framework', 'Region'],
    rows: [
      ['Alpha', 'Global'],
      ['Beta', 'Global'],
      ['Gamma', 'Europe'],
      ['Delta', 'Canada'],
      ['Epsilon', 'Brazil'],
    ],
  })
  const items = generateItems(regions)

  test('is never asked the other way round with one right answer', () => {
    const reversed = ofType(items, 'choice').filter(({ id }) => id.includes('choice-reverse'))
    expect(reversed.filter(({ stem }) => stem.includes('Global'))).toEqual([])
    expect(new Set(reversed.flatMap(({ facts }) => facts)).size).toBe(3)
  })

  test('is asked with two right answers, once', () => {
    const shared = ofType(items, 'response')
    expect(shared.map(({ stem }) => stem)).toEqual([
      'Threats: which TWO frameworks have this region? “Global” (Select TWO.)',
    ])
    expect(shared.map(textsOf)).toEqual([{ right: ['Alpha', 'Beta'], wrong: ['Delta', 'Epsilon', 'Gamma'] }])
  })
})

test('what the notes say of a thing elsewhere is no wrong answer for it', () => {
  const categories = relations({
    headings: ['Service', 'Category', 'Primary Use'],
    rows: [
      ['AWS CloudTrail', 'Audit', 'Keeps the record of calls'],
      ['AWS Audit Manager', 'Compliance', 'Collects evidence all the time'],
      ['Amazon Macie', 'Discovery', 'Finds personal data in buckets'],
      ['AWS Lake Formation', 'Governance', 'Gives audit of columns in tables'],
      ['Amazon Inspector', 'Scanning', 'Looks for flaws in images'],
      ['Amazon Detective', 'Research', 'Follows incidents to the root'],
    ],
  })
  const audit = ofType(generateItems(categories), 'choice').filter(({ stem }) => stem.includes('“Audit”'))
  const only = { right: ['AWS CloudTrail'], wrong: ['Amazon Detective', 'Amazon Inspector', 'Amazon Macie'] }
  expect(audit.map(textsOf)).toEqual([only, only])
})

test('a disputed row is neither asked nor a wrong option, and what it claims is no wrong option for its subject', () => {
  const rows = relations({
    headings: ['Attack', 'Aim'],
    rows: [
      ['Poisoning', 'to spoil the data'],
      ['Extraction', 'to copy the model'],
      ['Inversion', 'to see the inputs'],
      ['Injection', 'to bend the rules'],
      ['Jailbreak', 'to pass the limits'],
      ['Evasion', 'to fool the model'],
    ],
  })
  const items = generateItems(disputing(rows, 'Inversion'))
  expect(items).not.toHaveLength(0)
  expect(JSON.stringify(items)).not.toContain('nversion')
})

test('a scenario is asked for its answer, and an answer that fits one scenario alone for that', () => {
  const items = generateItems(
    scenarios([
      ['Find personal data in buckets', 'Amazon Macie'],
      ['See who called what', 'AWS CloudTrail'],
      ['Notice strange calls', 'Amazon GuardDuty'],
      ['Get reports of auditors', 'AWS Artifact'],
      ['Find names in buckets', 'Amazon Macie'],
    ]),
  )
  const choices = ofType(items, 'choice')
  expect(choices.map(({ stem }) => stem)).toContain('Which answer fits this requirement? “See who called what”')
  const reverse = choices.filter(({ id }) => id.endsWith('reverse')).map(({ stem }) => stem)
  expect(reverse).toContain('Which requirement does this meet best? “AWS CloudTrail”')
  expect(reverse.filter((stem) => stem.includes('Macie'))).toEqual([])
})

test('a term is asked by its meaning, and for it', () => {
  const choices = ofType(
    generateItems(
      terms([
        ['Lineage', 'Knowing where data came from'],
        ['Canary', 'Trying a model on few users'],
        ['Shadow', 'Running a model without users'],
        ['Poisoning', 'Putting bad samples into data'],
      ]),
    ),
    'choice',
  )
  expect(choices.map(({ stem }) => stem).slice(0, 4)).toEqual([
    'What does “Lineage” mean?',
    'Which explanation fits the term “Lineage”?',
    'Which term is defined here? “Knowing where data came from”',
    '“Knowing where data came from” – which term is this?',
  ])
})

test('a key that holds the asked word, which gives it away, is asked in one wording at most', () => {
  const items = generateItems(
    relations({
      headings: ['Service', 'Category'],
      rows: [
        ['Secrets Manager', 'Secrets'],
        ['Macie', 'Discovery'],
        ['Inspector', 'Scanning'],
        ['Detective', 'Research'],
        ['Artifact', 'Reports'],
      ],
    }),
  )
  const about = (name: string) => ofType(items, 'choice').filter(({ facts: [fact] }) => fact?.includes(name) === true)
  expect(about('secrets-manager')).toHaveLength(1)
  expect(about('macie').length).toBeGreaterThan(1)
})

test('a key twice as long as every other answer is not asked: its length gives it away', () => {
  const items = generateItems(
    relations({
      headings: ['Gate', 'Rule'],
      rows: [
        ['North', 'open'],
        ['South', 'shut'],
        ['East', 'locked'],
        ['West', 'guarded by two people who have never met before'],
      ],
    }),
  )
  const forward = ofType(items, 'choice').filter(({ id }) => id.endsWith('?choice'))
  expect(forward.filter(({ facts }) => facts.some((fact) => fact.includes('west')))).toEqual([])
})
