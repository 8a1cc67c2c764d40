import { describe, expect, test } from 'vitest'
import { NO_BACKGROUND } from '../../../src/model/background.ts'
import { areToldByAWord, isToldByClang, rootsOf } from '../../../src/engines/items/clang.ts'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { Lexicon } from '../../../src/engines/items/lexicon.ts'
import { lists, ofType, relations, scenarios, terms, textsOf } from './tables.ts'

const lexicon = new Lexicon([['Web Application Firewall', 'WAF']])
const read = (texts: readonly string[]) => texts.map(lexicon.read)
const isTold = (question: string, key: string, others: readonly string[], headings = '') =>
  isToldByClang(lexicon.read(question), lexicon.read(key), read(others), rootsOf(headings))

describe('an answer sounds like its question', () => {
  test.each([
    ['when a word begins like one of it', 'must be marked Approved', 'Approval workflow'],
    ['when a name holds a word of it', 'Invoke an agent', 'bedrock:InvokeAgent'],
    ['when a short word is the beginning of a longer one', 'AWS Organizations', 'Org-wide limits'],
    ['when it is another name of a thing', 'WAF', 'A Web Application Firewall for APIs'],
  ])('%s', (_why, question, key) => {
    expect(isTold(question, key, ['Something else', 'And another'])).toBe(true)
  })

  test('unless a wrong answer sounds like it as well', () => {
    expect(isTold('must be marked Approved', 'Approval workflow', ['A list of approvers', 'Audit trail'])).toBe(false)
  })

  test('but not by a word that joins others, or by what all of the table is about', () => {
    expect(isTold('which can be used before', 'used before that', ['one', 'two'])).toBe(false)
    expect(isTold('secures a network', 'secure by design', ['one', 'two'], 'Security Control')).toBe(false)
  })
})

test('several answers are told by a word that all of them have and no other, or all others and none of them', () => {
  const areTold = (right: readonly string[], wrong: readonly string[]) => areToldByAWord(read(right), read(wrong))
  expect(areTold(['Lock the bucket', 'Empty the bucket'], ['Turn a key', 'Write a log'])).toBe(true)
  expect(areTold(['Turn a key', 'Write a log'], ['Protect models', 'Extract a model'])).toBe(true)
  expect(areTold(['Lock the bucket', 'Turn a key'], ['Empty the bucket', 'Write a log'])).toBe(false)
})

const HEADINGS = ['Tool', 'Purpose'] as const

test('a question whose answer sounds like it is asked once at most, where nothing better can be asked of the row', () => {
  const tools = relations({
    headings: HEADINGS,
    rows: [
      ['Config', 'Detects drift of configurations'],
      ['Vault', 'Keeps what nobody may read'],
      ['Trail', 'Writes down who did what'],
      ['Scout', 'Finds names in documents'],
      ['Fence', 'Holds back floods of requests'],
    ],
  })
  const asked = ofType(generateItems(tools), 'choice').filter(({ facts: [fact] }) => fact === tools[0]?.id)
  expect(asked).toHaveLength(1)
})

test('wrong answers that say what they are the answer to don’t stand beside each other', () => {
  const tools = relations({
    headings: HEADINGS,
    rows: [
      ['Vault', 'Keeps what nobody may read'],
      ['Trail', 'Leaves a trail of all calls'],
      ['Scout', 'Scouts out names in documents'],
      ['Fence', 'Fences off floods of requests'],
      ['Clock', 'Wakes whoever is on duty'],
      ['Ledger', 'Sums up what was spent'],
    ],
  })
  const [item] = ofType(generateItems(tools), 'choice')
  const named = /trail|Scouts|Fences/
  expect(item === undefined ? [] : textsOf(item).wrong.filter((text) => named.test(text)).length).toBe(1)
})

test('no pair of a matching question is tied together by its words, where the rows are asked otherwise', () => {
  const tools = relations({
    headings: HEADINGS,
    rows: [
      ['Vault', 'Keeps what nobody may read'],
      ['Trail', 'Leaves a trail of all calls'],
      ['Scout', 'Follows a trail to lost papers'],
      ['Fence', 'Holds back floods of requests'],
      ['Clock', 'Wakes whoever is on duty'],
    ],
  })
  const matched = ofType(generateItems(tools), 'matching').flatMap(({ prompts }) => prompts.map(({ text }) => text))
  expect(matched).not.toEqual([])
  expect(matched).not.toContain('Trail')
})

test('entries of a list are not asked for where one word tells them', () => {
  const told = lists({ Old: ['Patch hosts', 'Lock doors'], New: ['Guard models', 'Test models', 'Watch models'] })
  expect(ofType(generateItems(told), 'response').filter(({ stem }) => stem.includes('to “Old”'))).toEqual([])
})

describe('things of several kinds stand in one list', () => {
  const glossary = terms([
    ['Moat', 'A line of water that nobody crosses unseen'],
    ['Drawbridge', 'A way in that its owner may lift'],
    ['Portcullis', 'A grid of iron that comes down at night'],
    ['Palisade', 'A row of stakes around the yard'],
    ['Siege', 'Waiting outside until hunger opens the gates'],
    ['Charter', 'A paper in which the king grants rights'],
  ])
  const kinds = [
    { kind: 'work', names: ['Moat', 'Drawbridge', 'Portcullis', 'Palisade'] },
    { kind: 'act', names: ['Siege'] },
  ]
  const items = ofType(generateItems(glossary, { ...NO_BACKGROUND, kinds }), 'choice')
  const about = (place: number) => items.filter(({ facts: [fact] }) => fact === glossary[place]?.id)

  test('only those of the kind of the right answer are offered beside it', () => {
    const works = ['Drawbridge', 'Moat', 'Palisade', 'Portcullis']
    const names = about(1).filter(({ options }) => options.some(({ text }) => text === 'Drawbridge'))
    expect(names).not.toEqual([])
    for (const { options } of names) expect(options.map(({ text }) => text).toSorted()).toEqual(works)
  })

  test('one that is alone of its kind is left to its card', () => {
    expect(about(4)).toEqual([])
  })

  test('where no kind is given, all may stand beside it', () => {
    expect(about(5)).not.toEqual([])
  })

  test('of situations, the kind of the answer counts', () => {
    const rows = scenarios([
      ['Keep riders out', 'Moat'],
      ['Let friends in', 'Drawbridge'],
      ['Close up for the night', 'Portcullis'],
      ['Mark the yard', 'Palisade'],
      ['Take the town', 'Siege'],
    ])
    const asked = ofType(generateItems(rows, { ...NO_BACKGROUND, kinds }), 'choice')
    expect(asked).not.toEqual([])
    for (const { options } of asked) expect(options.map(({ text }) => text)).not.toContain('Siege')
  })
})

test('what the notes name under an answer is no wrong answer to it', () => {
  const duties = relations({
    section: 'Duties',
    headings: ['Duty', 'Tools'],
    rows: [['Watching', 'Lantern; Horn']],
  })
  const tools = relations({
    headings: ['Tool', 'Use'],
    rows: [
      ['Telescope', 'Watching'],
      ['Horn', 'Warning'],
      ['Kettle', 'Cooking'],
      ['Needle', 'Sewing'],
      ['Hammer', 'Building'],
    ],
  })
  const asked = ofType(generateItems([...duties, ...tools]), 'choice').filter(({ stem }) => stem.includes('“Watching”'))
  expect(asked).not.toEqual([])
  for (const { options } of asked) expect(options.map(({ text }) => text)).not.toContain('Horn')
})

test('rows that say unlike things of one thing are asked for by what they say alone', () => {
  const aspects = relations({
    headings: ['Aspect', 'Details'],
    rows: [
      ['Price', 'Two coins for a night'],
      ['Makers', 'Smiths of the northern hills'],
      ['Weight', 'As much as a mule carries'],
      ['Colour', 'Grey when dry, brown when wet'],
    ],
  })
  const items = generateItems(aspects)
  expect(ofType(items, 'matching')).toEqual([])
  const asked = ofType(items, 'choice')
  expect(asked).not.toEqual([])
  for (const item of asked) expect(item.id).toContain('?choice-reverse')
})
