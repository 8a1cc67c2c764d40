import { expect, test } from 'vitest'
import { factsOf } from './compiled.ts'

/** The blanks of a callout's sentence in braces; null when nothing is blanked. */
function blanksOf(sentence: string): string | null {
  const [fact] = factsOf(`> **Tip — X:** ${sentence}`)
  if (fact?.kind !== 'concept' || fact.cloze.length === 0) return null
  return fact.cloze.map(({ kind, text }) => (kind === 'blank' ? `{${text}}` : text)).join('')
}

test.each([
  ['Macie finds **PII** in **S3**.', 'Macie finds {PII} in {S3}.'],
  ['**Macie** finds PII.', '{Macie} finds PII.'],
  ['It is **never `public`** here.', 'It is {never public} here.'],
  ['*Never **trust** input.*', 'Never {trust} input.'],
  ['See [the **guide**](https://a.example).', 'See the {guide}.'],
])('each bold phrase becomes a blank: %s', (sentence, blanks) => {
  expect(blanksOf(sentence)).toBe(blanks)
})

test.each(['Nothing is bold.', '**All of it is bold**', '**All of it.**.'])(
  'nothing is blanked in “%s”',
  (sentence) => {
    expect(blanksOf(sentence)).toBeNull()
  },
)

test('a footnote mark leaves no gap in the sentence', () => {
  expect(blanksOf('Use **SSE-C**[^a] keys.\n\n[^a]: Rare.')).toBe('Use {SSE-C} keys.')
})
