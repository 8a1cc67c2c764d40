import type { SearchEntry } from '../../../src/engines/search/search-entry.ts'
import { sectionId, topicId } from '../../../src/model/ids.ts'

/** An entry of which only the words matter. */
export function entry(title: string, text = '', context = ''): SearchEntry {
  const id = `aif-c01/domain-5#notes/${title}/${text}`
  const [topic, section] = [topicId('aif-c01/domain-5'), sectionId('notes')]
  return { id, kind: 'row', topic, section, fact: null, facts: [], title, text, context }
}

/** Some notes of a security course. */
export const NOTES: readonly SearchEntry[] = [
  entry('Amazon GuardDuty', 'Detects threats from logs of accounts and networks', 'Security services'),
  entry('AWS CloudTrail', 'Records who called which API, and when', 'Security services'),
  entry('Amazon Macie', 'Discovers sensitive data such as PII in S3 buckets', 'Security services'),
  entry('Amazon Inspector', 'Scans instances, images and functions for vulnerabilities', 'Security services'),
  entry('AWS Config', 'Tracks how resources are configured, judges them by rules', 'Security services'),
  entry('AWS Artifact', 'Hands out compliance reports: SOC, ISO, PCI', 'Compliance'),
  entry('Customer managed key', 'Owner: the customer · Rotation: optional, audited in CloudTrail', 'KMS key types'),
  entry('AWS owned key', 'Owner: AWS · Rotation: up to AWS, not visible', 'KMS key types'),
  entry('Data in transit', 'TLS 1.2 or newer on every endpoint', 'Encryption'),
  entry('Data at rest', 'SSE-KMS or SSE-S3; encryption of volumes', 'Encryption'),
  entry('bedrock:InvokeModel', 'Lets a role call a foundation model', 'IAM policies'),
  entry('s3:GetObject', 'Lets a role read training files', 'IAM policies'),
  entry('AWS PrivateLink', 'Interface endpoints: traffic stays off the internet', 'Networks'),
  entry('Service control policy', 'Restricts what accounts of an organization may do', 'IAM policies'),
  entry('Prompt injection', 'Input that makes the model ignore its instructions', 'Threats'),
  entry('Data poisoning', 'Manipulated training samples spoil the model', 'Threats'),
  entry('Multi-factor authentication', 'A second proof of identity for human users', 'IAM policies'),
  entry('Guardrails', 'Filter harmful prompts and answers, mask PII', 'Bedrock security'),
]
