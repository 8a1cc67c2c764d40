import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentWords, isSaidBy, listItems, overlap } from '../../../src/engines/items/answer-text.ts'

test.each([
  ['Encryption; strict IAM', ['Encryption', 'strict IAM']],
  ['Accuracy, latency, error rate', ['Accuracy', 'latency', 'error rate']],
  ['SageMaker Model Monitor + Clarify', ['SageMaker Model Monitor', 'Clarify']],
  ['Get agreements (BAA, DPA); get reports', ['Get agreements (BAA, DPA)', 'get reports']],
])('“%s” lists several things', (text, entries) => {
  expect(listItems(text)).toEqual(entries)
})

test.each([
  'Controls who trains, deploys and invokes models',
  'Enable it for distributed training jobs, so that traffic from node to node is encrypted',
  'Download of agreements (BAA, DPA)',
  'AWS Security Hub, and Amazon EventBridge for automated response',
  'Global',
  '',
  ';',
])('“%s” lists nothing', (text) => {
  expect(listItems(text)).toEqual([text])
})

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
  expect(isSaidBy('Access Control', 'Fine-grained access control on training data')).toBe(true)
  expect(isSaidBy('Audit', 'AWS Audit Manager')).toBe(true)
  expect(isSaidBy('Data Governance', 'Fine-grained access control on training data')).toBe(false)
})

test('one and many of the same thing are one word', () => {
  expect(contentWords('Endpoints of an API')).toEqual(new Set(['endpoint', 'api']))
  expect(contentWords('Access status')).toEqual(new Set(['access', 'status']))
})

test('whatever the texts, overlapping goes both ways, and every text that says something overlaps itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(overlap(one, other)).toBe(overlap(other, one))
      expect(overlap(one, one)).toBe(true)
    }),
  )
})
