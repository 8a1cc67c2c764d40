import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { describe, describeErrors } from '../../src/node/describe-diagnostic.ts'

const RAGGED: Diagnostic = {
  severity: 'error',
  rule: 'ragged-row',
  message: 'The row has 1 cell under 2 headings.',
  hint: 'Give each heading one cell.',
  file: 'content/a/b.md',
  line: 5,
  column: 3,
}
const NO_TITLE: Diagnostic = { ...RAGGED, severity: 'warning', rule: 'no-title' }

test('a remark begins with its place, in the form that editors make a link of', () => {
  expect(describe(RAGGED)).toBe(
    'content/a/b.md:5:3 error ragged-row: The row has 1 cell under 2 headings. Give each heading one cell.',
  )
})

test('warnings alone are no errors', () => {
  expect(describeErrors([NO_TITLE])).toBeNull()
})

test('errors are counted and listed together', () => {
  expect(describeErrors([RAGGED, NO_TITLE])).toBe(`One error in the notes:\n${describe(RAGGED)}`)
  expect(describeErrors([RAGGED, RAGGED])).toBe(`2 errors in the notes:\n${describe(RAGGED)}\n${describe(RAGGED)}`)
})
