import { describe, expect, test } from 'vitest'
import { withBackground } from '../../../src/compiler/background.ts'
import { generateItems, itemsIn } from '../../../src/engines/items/generate-items.ts'
import { gradeItem } from '../../../src/engines/items/grade-item.ts'
import { nameBookOf, nameKeyOf } from '../../../src/engines/items/name-book.ts'
import { itemNamed, shapedFor } from '../../../src/engines/items/shapes.ts'
import type { ItemBank } from '../../../src/engines/items/shapes.ts'
import type { Fact } from '../../../src/model/fact.ts'
import { itemIdOf, optionIdOf, typedText } from '../../../src/model/ids.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import type { ChoiceItem, Item, TypedItem } from '../../../src/model/item.ts'
import { compilePath } from '../../../src/node/read-notes.ts'
import { lists, ofType, relations, scenarios, terms } from './tables.ts'

function bankOf(facts: readonly Fact[], names: readonly (readonly string[])[] = []): ItemBank {
  const background = { names, truths: [], kinds: [] }
  const book = nameBookOf({ facts, background })
  return {
    items: new Map(generateItems(facts, background).map((item) => [item.id, item])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    names: () => book,
  }
}

const TERMS = terms([
  ['Lineage', 'Knowing where data came from'],
  ['Canary', 'Trying a model on few users'],
  ['Shadow', 'Running a model without users'],
  ['Poisoning', 'Putting bad samples into data'],
  ['Injection', 'Sending words that bend rules'],
])
const bank = bankOf(TERMS)
const choices = ofType([...bank.items.values()], 'choice')

function typed(item: Item | null | undefined): TypedItem {
  if (item?.type !== 'typed') throw new Error('Expected an item to be typed')
  return item
}

const keyOf = ({ options }: ChoiceItem) => options.find(({ correct }) => correct)

describe('a new fact', () => {
  test('is asked with three options: the key, and two of the wrong ones in the order they had', () => {
    expect(choices.length).toBeGreaterThan(4)
    for (const item of choices) {
      const shaped = shapedFor(item, 'new', bank)
      expect(shaped).toMatchObject({ type: 'choice', stem: item.stem, facts: item.facts })
      expect(shaped.options).toHaveLength(3)
      expect(shaped.options).toEqual(item.options.filter((option) => shaped.options.includes(option)))
      expect(shaped.options).toContain(keyOf(item))
      expect(shapedFor(item, 'new', bank)).toEqual(shaped)
    }
  })

  test('is guessed one time in three', () => {
    const [item] = choices
    if (item === undefined) throw new Error('Expected a choice')
    const shaped = shapedFor(item, 'new', bank)
    const chosen = keyOf(item)?.id ?? optionIdOf('')
    expect(gradeItem(shaped, [chosen])).toMatchObject({ item: shaped.id, correct: true, guess: 1 / 3 })
  })
})

test('a stable fact is asked as the exam asks it', () => {
  for (const item of choices) expect(shapedFor(item, 'stable', bank)).toBe(item)
})

describe('a strong fact', () => {
  test('is asked for by name, whichever side was drawn, and no guess is right', () => {
    const forward = choices.find(({ stem }) => stem === 'What does “Canary” mean?')
    if (forward === undefined) throw new Error('Expected a question for the meaning')
    const shaped = typed(shapedFor(forward, 'strong', bank))
    expect(shaped.stem).toBe('Which term is defined here? “Trying a model on few users”')
    expect(shaped.options.map(({ text, correct }) => [text, correct])).toEqual([['Canary', true]])
    expect(shaped.accepted).toEqual(['Canary'])
    expect(shaped.others).toEqual(expect.arrayContaining(['Lineage', 'Shadow', 'Poisoning', 'Injection']))
    expect(gradeItem(shaped, [typedText('canery')])).toMatchObject({ item: shaped.id, correct: true, guess: 0 })
    for (const wrong of ['Shadow', '', 'Canberra']) expect(gradeItem(shaped, [typedText(wrong)]).correct).toBe(false)
    expect(gradeItem(shaped, []).correct).toBe(false)
  })

  test('is never asked for by name in the words of a question that somebody wrote', () => {
    const forward = choices.find(({ stem }) => stem === 'What does “Canary” mean?') ?? fail()
    const source = forward.options[0]?.source ?? fail()
    const option = { id: optionIdOf('canary'), text: 'Canary', correct: true, rationale: 'Few see it.', source }
    const stem = 'A shop shows a model to one buyer in ten. What is it?'
    const own: ChoiceItem = { ...forward, id: itemIdOf('t#s/own'), origin: 'authored', stem, options: [option] }
    const items = new Map<ItemId, Item>([[own.id, own], ...bank.items])
    expect(shapedFor(forward, 'strong', { ...bank, items })).toEqual(shapedFor(forward, 'strong', bank))
  })

  test('is taken by every name that the course gives it', () => {
    const named = bankOf(TERMS, [['canary', 'few-users trial']])
    const item = ofType([...named.items.values()], 'choice').find(({ stem }) => stem.includes('“Canary”'))
    if (item === undefined) throw new Error('Expected a choice')
    const shaped = typed(shapedFor(item, 'strong', named))
    expect(gradeItem(shaped, [typedText('few users trial')]).correct).toBe(true)
  })
})

/** How the strong facts of a bank are asked. */
function strongTypes(of: ItemBank): readonly string[] {
  return [...new Set(ofType([...of.items.values()], 'choice').map((item) => shapedFor(item, 'strong', of).type))]
}

describe('typing is not asked where it would be unfair:', () => {
  const rows = (subjects: readonly string[], values: readonly string[]) =>
    bankOf(relations({ headings: ['Attack', 'Defense'], rows: subjects.map((name, at) => [name, values[at] ?? '']) }))
  const NAMES = ['Jailbreaking', 'Poisoning', 'Extraction', 'Inversion']
  const VALUES = ['Guard the words', 'Check the samples', 'Slow the callers', 'Blur the outputs']

  test('(a table of names is typed)', () => {
    expect(strongTypes(rows(NAMES, VALUES))).toEqual(['typed'])
  })

  test('the subject is no name but a phrase, a sentence or several things', () => {
    const phrases = ['Wait for the other team', 'Ask for a second key', 'Look for open doors', 'Pay for more guards']
    const several = ['Macie + Config', 'Shield; WAF', 'Logs, alarms', 'Roles / keys']
    expect(strongTypes(rows(phrases, VALUES))).toEqual(['choice'])
    expect(strongTypes(rows(several, VALUES))).toEqual(['choice'])
  })

  test('the question says the name', () => {
    const canary = TERMS.find(({ subject }) => subject === 'Canary')
    if (canary === undefined) throw new Error('Expected the term')
    expect(nameKeyOf(canary, 'Which is the trial on few users?', bank.names())).not.toBeNull()
    expect(nameKeyOf(canary, 'Which is the trial with canaries?', bank.names())).toBeNull()
  })

  test('a value could be said of two rows', () => {
    const alike = rows([...NAMES, 'Evasion'], [...VALUES, 'Guard the words well'])
    const jail = ofType([...alike.items.values()], 'choice').filter(({ stem }) => /Jailbreaking|Guard the/.test(stem))
    expect(jail.length).toBeGreaterThan(1)
    expect(jail.map((item) => shapedFor(item, 'strong', alike).type)).toEqual(jail.map(() => 'choice'))
  })

  test('the answer to a situation', () => {
    const asked = scenarios(NAMES.map((name, at) => [`${VALUES[at] ?? ''} at night`, name]))
    expect(strongTypes(bankOf(asked))).toEqual(['choice'])
  })
})

test('only a choice made from one fact changes: lists, matches and questions of the notes stay as they are', () => {
  const sides = bankOf(
    lists({ Yours: ['Data', 'Keys', 'Roles', 'Logs'], Theirs: ['Halls', 'Cables', 'Power', 'Doors'] }),
  )
  const own: ChoiceItem = { ...(choices[0] ?? fail()), id: itemIdOf('t#s/question/who'), origin: 'authored', facts: [] }
  for (const stage of ['new', 'stable', 'strong'] as const) {
    for (const item of sides.items.values()) expect(shapedFor(item, stage, sides)).toBe(item)
    for (const item of ofType([...bank.items.values()], 'matching')) expect(shapedFor(item, stage, bank)).toBe(item)
    expect(shapedFor(own, stage, bank)).toBe(own)
  }
})

function fail(): never {
  throw new Error('Expected a choice')
}

test('a variant is found again by its id, as long as the notes give it', () => {
  for (const item of choices) {
    for (const stage of ['new', 'stable', 'strong'] as const) {
      const shaped = shapedFor(item, stage, bank)
      expect(itemNamed(shaped.id, bank)).toEqual(shaped)
      expect(itemNamed(shaped.id, bankOf(TERMS.filter(({ id }) => id !== item.facts[0])))).toBeNull()
    }
  }
  for (const id of ['', '~three', 'unknown~typed', `${choices[0]?.id}~other`]) {
    expect(itemNamed(itemIdOf(id), bank)).toBeNull()
  }
})

describe('of the notes that come with the app', () => {
  const { topics } = withBackground(compilePath('content/aif-c01').value)
  const banks = topics.map((topic): ItemBank => {
    const book = nameBookOf(topic)
    return {
      items: new Map(itemsIn(topic).map((item) => [item.id, item])),
      facts: new Map(topic.facts.map((fact) => [fact.id, fact])),
      names: () => book,
    }
  })
  const shaped = (stage: 'new' | 'strong') =>
    banks.flatMap((each) => ofType([...each.items.values()], 'choice').map((item) => shapedFor(item, stage, each)))
  const threes = ofType(shaped('new'), 'choice')

  test('nearly every new fact has three options', () => {
    expect(threes.filter(({ options }) => options.length === 3).length / threes.length).toBeGreaterThan(0.95)
  })

  test('at least a third of the strong ones are typed, by names that their questions do not say', () => {
    const all = shaped('strong')
    const asked = all.filter((item): item is TypedItem => item.type === 'typed')
    expect(asked.length / all.length).toBeGreaterThan(1 / 3)
    for (const { accepted, stem } of asked) {
      expect(accepted[0].split(' ').length).toBeLessThanOrEqual(5)
      expect(stem.toLowerCase()).not.toContain(accepted[0].toLowerCase())
    }
  })

  test('no other name of the notes is taken for the answer', () => {
    // Some million pairs; each item meets one name in eight, each time others.
    const spread = 8
    for (const [place, item] of [...new Map(shaped('strong').map((each) => [each.id, each])).values()].entries()) {
      if (item.type !== 'typed') continue
      expect(gradeItem(item, [typedText(item.accepted[0])]).correct, item.accepted[0]).toBe(true)
      const others = item.others.filter((_, index) => (place + index) % spread === 0)
      const taken = others.filter((name) => gradeItem(item, [typedText(name)]).correct)
      expect(taken, item.accepted[0]).toEqual([])
    }
  })

  /** Share that one gets right by a rule that needs no knowledge; ties are drawn by lot. */
  test.each([
    ['longest', (text: string) => text.length],
    ['shortest', (text: string) => -text.length],
  ])('whoever takes the %s of three is right in at most 40 %%', (_, rule) => {
    const chances = threes
      .filter(({ options }) => options.length === 3)
      .map(({ options }) => {
        const most = Math.max(...options.map(({ text }) => rule(text)))
        const best = options.filter(({ text }) => rule(text) === most)
        return best.filter(({ correct }) => correct).length / best.length
      })
    expect(chances.reduce((sum, chance) => sum + chance, 0) / chances.length).toBeLessThanOrEqual(0.4)
  })
})
