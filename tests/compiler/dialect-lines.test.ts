import { expect, test } from 'vitest'
import { plainText } from '../../src/model/inline.ts'
import { withoutStart } from '../../src/compiler/dialect-lines.ts'
import { noteId } from '../../src/model/ids.ts'

test('of code that begins with a mark only the mark is taken off', () => {
  expect(withoutStart([{ kind: 'code', text: 'A: aws s3 ls' }], 3)).toEqual([{ kind: 'code', text: 'aws s3 ls' }])
})

test('a footnote before the mark stays', () => {
  const note = { kind: 'note', note: noteId('a') } as const
  expect(withoutStart([note, { kind: 'text', text: 'Q: why?' }], 3)).toEqual([note, { kind: 'text', text: 'why?' }])
})

test('a mark that is bold in part is taken off whole', () => {
  const text = [
    { kind: 'strong', children: [{ kind: 'text', text: 'Answer' }] },
    { kind: 'text', text: ': yes' },
  ] as const
  expect(plainText(withoutStart(text, 8))).toBe('yes')
})
