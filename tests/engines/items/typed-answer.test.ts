import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCredited, judge } from '../../../src/engines/items/typed-answer.ts'

const OTHERS = [
  'SSE-S3',
  'SSE-KMS',
  'Amazon GuardDuty',
  'Precision',
  'Recall',
  'Type I error',
  'Type II error',
  'Data poisoning',
  'Gateway endpoint',
  'Interface endpoint',
  'AWS Config',
  'AWS owned key',
  'AWS managed key',
]

/** What a text is worth where a name is asked for, among all the other names of the notes. */
function verdict(typed: string, name: string, more: readonly string[] = [], others: readonly string[] = OTHERS) {
  return judge(typed, { accepted: [name, ...more], others }).kind
}

describe('the same name, written otherwise, is right', () => {
  test.each([
    ['least privilege', 'Least privilege'],
    ['  LEAST-PRIVILEGE ', 'Least privilege'],
    ['leastprivilege', 'Least privilege'],
    ['guard duty', 'Amazon GuardDuty'],
    ['GuardDuty', 'Amazon GuardDuty'],
    ['aws macie', 'Macie'],
    ['the gateway endpoint', 'Gateway endpoint'],
    ['A gateway endpoint', 'Gateway endpoint'],
    ['gateway endpoints', 'Gateway endpoint'],
    ['service control policies', 'Service control policy'],
    ['classes', 'Class'],
    ['bias', 'Biases'],
    ['CMKs', 'CMK'],
    ['ids', 'IDs'],
    ['ID', 'IDs'],
    ['sse s3', 'SSE-S3'],
    ['S 3', 'Amazon S3'],
    ['bayes theorem', 'Bayes’ theorem'],
    ['Trust and safety', 'Trust & safety'],
    ['naive bayes', 'Naïve Bayes'],
    ['canary deployment', 'Canary deployment (two steps)'],
    ['bedrock invoke model', 'bedrock:InvokeModel'],
    ['tls 1.2', 'TLS 1.2'],
    ['c++', 'C++'],
    ['AWS', 'AWS'],
  ])('“%s” for “%s”', (typed, name) => {
    expect(verdict(typed, name)).toBe('right')
  })

  test.each([
    'Service control policy (SCP)',
    'service control policy',
    'SCP',
    'scp',
    'SCPs',
    'Service control policies',
  ])('a name with its acronym is taken in either part: “%s”', (typed) => {
    expect(verdict(typed, 'Service control policy (SCP)')).toBe('right')
    expect(verdict(typed, 'SCP (service control policy)')).toBe('right')
  })

  test('so are the other names that a course gives', () => {
    expect(verdict('CMK', 'Customer managed key', ['CMK'])).toBe('right')
    expect(verdict('customer-managed keys', 'CMK', ['customer managed key'])).toBe('right')
    expect(verdict('CMK', 'Customer managed key')).toBe('wrong')
  })

  test('but what stands in brackets is no name by itself unless it is the acronym', () => {
    expect(verdict('two steps', 'Canary deployment (two steps)')).toBe('wrong')
    expect(verdict('EU', 'Data retention (EU)')).toBe('wrong')
  })
})

describe('a slip of the finger counts as right, and the spelling is told', () => {
  test.each([
    ['gatway endpoint', 'Gateway endpoint'],
    ['gateway endpiont', 'Gateway endpoint'],
    ['guardduyt', 'Amazon GuardDuty'],
    ['uGardDuty', 'Amazon GuardDuty'],
    ['least priviledge', 'Least privilege'],
    ['defence in depth', 'Defense in depth'],
    ['recal', 'Recall'],
    ['precission', 'Precision'],
    ['HIPPA', 'HIPAA'],
    ['adviser', 'Advisor'],
    ['machinelearnng', 'Machine learning'],
  ])('“%s” for “%s”', (typed, name) => {
    expect(judge(typed, { accepted: [name], others: OTHERS.filter((other) => other !== name) })).toEqual({
      kind: 'nearly',
      meant: name,
    })
  })
})

describe('another thing is wrong, however near its name', () => {
  test.each([
    ['SSE-C', 'SSE-S3'],
    ['SSE-KMS', 'SSE-S3'],
    ['GuardDuty', 'Guardrails'],
    ['Guardrails', 'Amazon GuardDuty'],
    ['precision', 'Recall'],
    ['Type I', 'Type II error'],
    ['Type I error', 'Type II error'],
    ['Type 2 error', 'Type II error'],
    ['type', 'Type A'],
    ['unsupervised learning', 'Supervised learning'],
    ['supervised learning', 'Unsupervised learning'],
    ['compliant', 'Non-compliant'],
    ['asymmetric encryption', 'Symmetric encryption'],
    ['decryption', 'Encryption'],
    ['external', 'Internal'],
    ['exothermic', 'Endothermic'],
    ['intranet', 'Internet'],
    ['macroeconomics', 'Microeconomics'],
    ['employee', 'Employer'],
    ['nitrite', 'Nitrate'],
    ['http', 'HTTPS'],
    ['https', 'HTTP'],
    ['C#', 'C++'],
    ['C', 'C++'],
    ['TLS 1.2', 'TLS 1.3'],
    ['TLS 12', 'TLS 1.2'],
    ['GPT-4', 'GPT-3'],
    ['≥ 5', '≤ 5'],
    ['5', '-5'],
    ['record', 'MX record'],
    ['record', 'A record'],
    ['owned key', 'AWS managed key'],
    ['interface endpoint', 'Gateway endpoint'],
    ['endpoint', 'Gateway endpoint'],
    ['gateway', 'Gateway endpoint'],
    ['data poisoning attack on labels', 'Data poisoning'],
    ['key', 'AWS managed key'],
    ['का', 'की'],
  ])('“%s” for “%s”', (typed, name) => {
    expect(verdict(typed, name)).toBe('wrong')
  })

  test('it is named, where the notes know it', () => {
    expect(judge('guardduty', { accepted: ['Recall'], others: OTHERS })).toEqual({
      kind: 'wrong',
      other: 'Amazon GuardDuty',
    })
    expect(judge('nonsense', { accepted: ['Recall'], others: OTHERS })).toEqual({ kind: 'wrong', other: null })
  })

  test('a slip that is as near to another name is no credit', () => {
    expect(verdict('model drfit', 'Model drift', [], ['Model draft'])).toBe('nearly')
    expect(verdict('model draft', 'Model drift', [], ['Model draft'])).toBe('wrong')
    expect(verdict('model drft', 'Model drift', [], ['Model draft'])).toBe('wrong')
  })
})

test('nothing, or nothing but marks, is no answer', () => {
  for (const typed of ['', '  ', ' … ', '()']) expect(verdict(typed, 'Recall')).toBe('empty')
})

const WORDS = [
  'audit',
  'key',
  'log',
  'role',
  'scan',
  'vault',
  'model',
  'drift',
  'S3',
  'KMS',
  'type',
  'II',
  'encryption',
]
const names = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
/** Names of which no two are one name, written otherwise. */
const books = fc.uniqueArray(names, { minLength: 2, maxLength: 12, selector: (name) => name.replaceAll(' ', '') })
const noise = fc.infiniteStream(fc.constantFrom(' ', '  ', '-', ' – ', '_'))

test('whatever the name, its case, its spaces and its hyphens are forgiven', () => {
  fc.assert(
    fc.property(books, noise, fc.boolean(), ([name = '', ...others], marks, isLoud) => {
      const written = name.replaceAll(' ', () => marks.next().value ?? '')
      const typed = ` ${isLoud ? written.toUpperCase() : written.toLowerCase()}. `
      expect(judge(typed, { accepted: [name], others })).toEqual({ kind: 'right' })
    }),
  )
})

test('whatever the notes, the name of another row is never right', () => {
  fc.assert(
    fc.property(books, ([name = '', ...others]) => {
      for (const other of others) expect(judge(other, { accepted: [name], others })).toEqual({ kind: 'wrong', other })
    }),
  )
})

test('one slip in a long word of a name that nothing else resembles is forgiven, wherever it is', () => {
  const slip = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('drop', 'double', 'swap'))
  fc.assert(
    fc.property(names, slip, (rest, [place, how]) => {
      const word = 'encryption'
      const [before, at, next] = [word.slice(0, place), word.charAt(place), word.charAt(place + 1)]
      const after = word.slice(place + 1)
      const typed = {
        drop: before + after,
        double: before + at + at + after,
        swap: before + next + at + after.slice(1),
      }
      const judgement = judge(`${rest} ${typed[how]}`, { accepted: [`${rest} ${word}`], others: ['recall', 'vault'] })
      expect(isCredited(judgement)).toBe(true)
    }),
  )
})

test('whatever is typed, a judgement is given, and credit only for something written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), names, (typed, name) => {
      const judgement = judge(typed, { accepted: [name], others: OTHERS })
      if (isCredited(judgement)) expect(typed.trim()).not.toBe('')
    }),
  )
})
