import { describe, expect, test } from 'vitest'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { lists, ofType, relations, steps, textsOf } from './tables.ts'

describe('cells that list several things', () => {
  const controls = relations({
    section: 'Lifecycle',
    headings: ['Stage', 'Key Controls'],
    rows: [
      ['Collect', 'bucket rules; data discovery'],
      ['Train', 'private network; job roles'],
      ['Store', 'versioned objects; sealed archives'],
      ['Deploy', 'call limits; web firewall'],
      ['Watch', 'drift alarms; job roles'],
    ],
  })
  const [collect, train] = ofType(generateItems(controls), 'response')

  test('are asked with all their entries as right answers', () => {
    expect(collect?.stem).toBe('Lifecycle: which TWO key controls are listed for the stage “Collect”? (Select TWO.)')
    expect(collect === undefined ? null : textsOf(collect).right).toEqual(['Bucket rules', 'Data discovery'])
    expect(collect?.options).toHaveLength(5)
  })

  test('lend no entry that several rows list', () => {
    for (const { options } of ofType(generateItems(controls), 'response')) {
      expect(options.filter(({ text, correct }) => text === 'Job roles' && !correct)).toEqual([])
    }
  })

  test('take no entry from a row that shares one with theirs', () => {
    expect(train === undefined ? null : textsOf(train).wrong).not.toContain('Drift alarms')
  })

  test('a place with a comma is one thing', () => {
    const places = relations({
      headings: ['Law', 'Region'],
      rows: [
        ['CCPA', 'California, USA'],
        ['GDPR', 'European Union'],
        ['PIPEDA', 'Ottawa, Canada'],
        ['LGPD', 'Brasília, Brazil'],
      ],
    })
    expect(ofType(generateItems(places), 'response')).toEqual([])
  })
})

describe('parallel lists', () => {
  const responsibility = lists({
    'AWS Responsibility': ['Buildings', 'Hardware', 'Hypervisors'],
    'Customer Responsibility': ['Prompts', 'Roles', 'Networks', 'Alarms'],
  })

  test('are asked for two entries of one, against three of the other; rows are never paired', () => {
    const items = generateItems(responsibility)
    expect(items.map(({ type }) => type)).toEqual(Array.from({ length: 7 }, () => 'response'))
    expect(items[0]?.stem).toBe(
      'Responsibility: which TWO belong to “AWS Responsibility”, not to “Customer Responsibility”? (Select TWO.)',
    )
    const mine = new Set(['Buildings', 'Hardware', 'Hypervisors'])
    for (const item of items) {
      const { right, wrong } = textsOf(item)
      expect([right.length, wrong.length]).toEqual([2, 3])
      expect(new Set([...right.map((text) => mine.has(text)), ...wrong.map((text) => !mine.has(text))]).size).toBe(1)
    }
  })

  test('an entry that both lists hold is a wrong answer for neither', () => {
    const shared = lists({
      'AWS Responsibility': ['Buildings', 'Hardware', 'Patching', 'Cables'],
      'Customer Responsibility': ['Prompts', 'Roles', 'Networks', 'Patching of guests'],
    })
    for (const item of generateItems(shared)) {
      expect(textsOf(item).wrong).not.toContain('Patching')
      expect(textsOf(item).wrong).not.toContain('Patching of guests')
    }
  })

  test('a list alone is not asked: nothing else could stand beside its entries', () => {
    expect(generateItems(lists({ Documents: ['Reports', 'Letters', 'Certificates'] }))).toEqual([])
  })
})

describe('steps', () => {
  test('three to five are asked as one order', () => {
    const [item, ...others] = ofType(
      generateItems(steps('Order of the rollout', ['Build', 'Test', 'Ship'])),
      'ordering',
    )
    expect(others).toEqual([])
    expect(item?.stem).toBe('Put these in the right order, first to last: the rollout.')
    const textOf = (id: string) => item?.options.find((option) => option.id === id)
    expect(item?.order.map((id) => textOf(id)?.text)).toEqual(['Build', 'Test', 'Ship'])
    expect(item?.order.map((id) => textOf(id)?.rationale)).toEqual([
      'It comes before “Test”.',
      'It comes after “Build” and before “Ship”.',
      'It comes after “Test”.',
    ])
  })

  test('more are asked five at a time', () => {
    const items = ofType(generateItems(steps('Stages', ['A1', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff', 'Gg'])), 'ordering')
    expect(items.map(({ order }) => order.length)).toEqual([5, 5, 5])
  })

  test('two give no order to find', () => {
    expect(generateItems(steps('Order', ['Build', 'Ship']))).toEqual([])
  })

  test('words that tell the place are left out', () => {
    const told = ['Step 1: build', 'Review (Gate 1)', '3. Test (gate 2)', 'Finally, ship']
    const [item] = ofType(generateItems(steps('Order', told)), 'ordering')
    const texts = item?.order.map((id) => item.options.find((option) => option.id === id)?.text)
    expect(texts).toEqual(['Build', 'Review', 'Test', 'Ship'])
  })

  test('two steps that read the same are not asked', () => {
    expect(generateItems(steps('Order', ['Review (Gate 1)', 'Build', 'Review (Gate 2)']))).toEqual([])
  })
})

test('rows to match have answers that can’t be taken for each other', () => {
  const tools = relations({
    headings: ['Dimension', 'Tool'],
    rows: Array.from('abcdefghijkl', (letter) => [`Dimension ${letter}`, `Tool-${letter}`] as const),
  })
  const items = ofType(generateItems(tools), 'matching')
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) {
    expect(item.stem).toBe('Threats: match each dimension with its tool.')
    expect(item.prompts).toHaveLength(4)
    for (const { text, answer } of item.prompts) {
      const option = item.options.find(({ id }) => id === answer)
      expect(option?.text.at(-1)).toBe(text.at(-1))
    }
  }
})

test('answers that share an entry are never to be matched together', () => {
  const items = ofType(
    generateItems(
      relations({
        headings: ['Dimension', 'Tool'],
        rows: Array.from('abcdefghijkl', (letter, index) => [
          `Dimension ${letter}`,
          index % 2 === 0 ? 'Monitor, Clarify' : `Tool-${letter}, Clarify`,
        ]),
      }),
    ),
    'matching',
  )
  expect(items).toEqual([])
})
