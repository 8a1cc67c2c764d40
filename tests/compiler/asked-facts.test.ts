import { expect, test } from 'vitest'
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
  const { value, diagnostics } = compileCourse('c', [
    { path: 'c/keys.md', text: NOTES },
    { path: 'c/items/keys.md', text },
  ])
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  const [written] = value.authored.flatMap(({ items }) => items)
  return written?.facts ?? []
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
