import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'

const NOTES = `# Keys

## Key types

| Key type | Managed by | Use |
|---|---|---|
| Owned key | AWS alone | default encryption of a service |
| Customer key | The customer | audits and sudden revocation |
| Imported key | The importer | material from another vault[^old] |

## Other

| Key type | Use |
|---|---|
| Customer key | revocation for audits |

[^old]: **Disputed.** Since 2026. Source: [Guide](https://docs.aws.amazon.com/kms/).
`

const item = (stem: string, key: string, section: string, others = ['One', 'Two', 'Three']) =>
  `## ${stem}\n\n- [x] ${key}\n  - Yes. [Notes](../keys.md#${section})\n${others.map((text) => `- [ ] ${text}\n  - No.\n`).join('')}`

function factsOf(text: string): readonly string[] {
  const { facts, remarks } = written(text)
  expect(remarks).toEqual([])
  return facts
}

function written(text: string) {
  const { value, diagnostics } = compileCourse('c', [
    { path: 'c/keys.md', text: NOTES },
    { path: 'c/items/keys.md', text },
  ])
  const [first] = value.authored.flatMap(({ items }) => items)
  const told = diagnostics.filter(({ severity }) => severity !== 'info')
  return {
    facts: first?.facts ?? [],
    remarks: told.map(({ line, rule, message }) => `${line} ${rule}: ${message}`),
  }
}

test('an answer is evidence about the row that names it and speaks of what is asked', () => {
  expect(factsOf(item('An auditor asks for sudden revocation. Which key fits?', 'Customer keys', 'key-types'))).toEqual(
    ['c/keys#key-types/relation/use/customer-key'],
  )
  expect(factsOf(item('Who is it that manages a customer key?', 'The customer', 'key-types'))).toEqual([
    'c/keys#key-types/relation/managed-by/customer-key',
  ])
})

test('of rows in another section it is none, nor where no row says a word of the question', () => {
  expect(factsOf(item('Which key serves the default?', 'Customer key', 'other'))).toEqual([])
  expect(factsOf(item('Which one is best?', 'Customer key', 'key-types'))).toEqual([])
  expect(factsOf(item('Which key serves audits?', 'A key of the customer', 'key-types'))).toEqual([])
})

test('nor about a statement that is disputed', () => {
  expect(factsOf(item('Material comes from another vault. Which key is it?', 'Imported key', 'key-types'))).toEqual([])
})

describe('named by the author', () => {
  const pair = '| One | First | Yes. |\n| Two | Second | Yes. |\n| Three | Third | Yes. |'
  const matching = `## Match each.\n\n| Key | Use | Why |\n|---|---|---|\n${pair}\n`

  test('facts take the place of those that would be found, in questions of every type', () => {
    const facts = '\nFacts: keys#key-types/relation/use/owned-key, keys#other/relation/use/customer-key\n'
    const expected = ['c/keys#key-types/relation/use/owned-key', 'c/keys#other/relation/use/customer-key']
    const stem = 'An auditor asks for sudden revocation. Which key fits?'
    expect(factsOf(item(stem, 'Customer keys', 'key-types') + facts)).toEqual(expected)
    expect(factsOf(matching + facts)).toEqual(expected)
    expect(factsOf(matching)).toEqual([])
  })

  test.each([
    ['not there', 'keys#key-types/relation/use/house-key'],
    ['in another course', 'doors#key-types/relation/use/owned-key'],
    ['disputed', 'keys#key-types/relation/use/imported-key'],
  ])('a fact that is %s is none, and it is said', (_, name) => {
    const { facts, remarks } = written(`${matching}\nFacts: ${name}\n`)
    expect(facts).toEqual([])
    expect(remarks).toEqual([`9 unknown-fact: The notes have no fact “${name}” that can be asked.`])
  })
})
