import { expect, test } from 'vitest'
import { plainText } from '../../src/model/inline.ts'
import { compiled } from './compiled.ts'

function blockOf(quotation: string) {
  const [block] = compiled(`# T\n\n${quotation}`).value.sections[0]?.blocks ?? []
  if (block?.kind !== 'callout') return block?.kind
  return [block.callout, block.label, block.title, ...block.text.map(plainText)]
}

test.each([
  ['> **Exam tip — Keys:** Use CMKs.', ['tip', 'Exam tip', 'Keys', 'Use CMKs.']],
  ['> **Exam Tip:** Use CMKs.', ['tip', 'Exam Tip', '', 'Use CMKs.']],
  ['> **Exam tip**: Use CMKs.', ['tip', 'Exam tip', '', 'Use CMKs.']],
  ['> **Key concept - Duty:** Shared.', ['concept', 'Key concept', 'Duty', 'Shared.']],
  ['> **Remember.** Shared.', ['concept', 'Remember', '', 'Shared.']],
  ['> **Warning: Cost:** It adds up.', ['warning', 'Warning', 'Cost', 'It adds up.']],
  ['> **Common mistake – Roles:** They are no users.', ['warning', 'Common mistake', 'Roles', 'They are no users.']],
  ['> [!NOTE]\n> Seen in 2026.', ['note', 'Note', '', 'Seen in 2026.']],
  ['> [!IMPORTANT] Seen in 2026.', ['note', 'Important', '', 'Seen in 2026.']],
  ['> **Tip:**\n> Next line.', ['tip', 'Tip', '', 'Next line.']],
  ['> **Tip:** One.\n>\n> Two.', ['tip', 'Tip', '', 'One.', 'Two.']],
])('%j is a callout', (quotation, expected) => {
  expect(blockOf(quotation)).toEqual(expected)
})

test.each([
  '> Somebody said so.',
  '> **Bold words** begin it.',
  '> [!UNHEARD] Of.',
  '> - a list',
  '> ```\n> code\n> ```',
])('%j is a quotation', (quotation) => {
  expect(blockOf(quotation)).toBe('quote')
})

test('a list in a callout stays in it, named by the sentence above', () => {
  const { value } = compiled('# T\n\n> **Tip — Gates:** The gates are:\n> - Review\n> - Approval\n')
  expect(value.facts.map(({ kind, subject, value: answer }) => [kind, subject, answer])).toEqual([
    ['concept', 'Gates', 'The gates are: Review; Approval'],
    ['membership', 'Review', 'The gates are'],
    ['membership', 'Approval', 'The gates are'],
  ])
  expect(value.sections[0]?.facts).toHaveLength(3)
})
