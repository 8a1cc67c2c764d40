import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSaidBy, Lexicon } from '../../../src/engines/items/lexicon.ts'

const lexicon = new Lexicon([
  ['customer managed key', 'CMK'],
  ['service control policy', 'SCP'],
  ['US', 'USA', 'United States'],
])
const overlap = (one: string, other: string) => lexicon.overlap(one, other)

describe('answers that could both be right', () => {
  test.each([
    ['AWS WAF', 'WAF'],
    ['IAM', 'IAM bucket policies'],
    ['IAM policies; Amazon Macie', 'Encrypted S3; IAM bucket policies'],
    ['AWS KMS', 'AWS KMS Customer-Managed Key (CMK)'],
    ['Customer-managed keys', 'KMS CMK'],
    ['AWS Organizations + SCPs', 'Service Control Policy (SCP)'],
    ['USA', 'US Government'],
    ['CloudWatch, SageMaker Model Monitor', 'SageMaker Model Monitor + Clarify'],
    ['Guardrails; RLHF', 'Input validation; Bedrock Guardrails (prompt attack detection)'],
    ['—', '—'],
  ])('“%s” and “%s”', (one, other) => {
    expect(overlap(one, other)).toBe(true)
    expect(overlap(other, one)).toBe(true)
  })

  test.each([
    ['Data Collection', 'Data Preparation'],
    ['Interface (PrivateLink)', 'Gateway'],
    ['AWS', 'Customer via KMS'],
    ['Enabled — records every GET', 'Enabled — guards against deletion'],
    ['—', '→'],
  ])('but not “%s” and “%s”', (one, other) => {
    expect(overlap(one, other)).toBe(one === other || (one === '—' && other === '→'))
  })
})

test('a text says what all words of another say', () => {
  expect(isSaidBy(lexicon.read('Access Control'), lexicon.read('Fine-grained access control on training data'))).toBe(
    true,
  )
  expect(isSaidBy(lexicon.read('Audit'), lexicon.read('AWS Audit Manager'))).toBe(true)
  expect(isSaidBy(lexicon.read('Data Governance'), lexicon.read('Fine-grained access control on training data'))).toBe(
    false,
  )
})

test('a name is one word, whatever words it is made of', () => {
  expect(lexicon.contentWords('SCPs')).toEqual(lexicon.contentWords('Service control policies'))
  expect(overlap('CMK', 'Customer managed keys')).toBe(true)
  expect(overlap('Managed key', 'CMK')).toBe(false)
})

test('one and many of the same thing are one word', () => {
  expect(lexicon.contentWords('Endpoints of an API')).toEqual(new Set(['endpoint', 'api']))
  expect(lexicon.contentWords('Access status')).toEqual(new Set(['access', 'status']))
})

test('whatever the texts, overlapping goes both ways, and every text that says something overlaps itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(overlap(one, other)).toBe(overlap(other, one))
      expect(overlap(one, one)).toBe(true)
    }),
  )
})
