import { expect, test } from 'vitest'
import { listItems } from '../../../src/engines/items/answer-text.ts'

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
