import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, singular, tokensOf, wordsOf } from '../../../src/engines/search/tokens.ts'

const words = (text: string) => wordsOf(text).map(({ word }) => word)
const tokens = (text: string) => tokensOf(text).map(({ word }) => word)

test('short names and version numbers stay whole', () => {
  expect(words('S3, TLS 1.2+, EC2 and IPv4.')).toEqual(['s3', 'tls', '1.2', 'ec2', 'and', 'ipv4'])
})

test('an action is found whole, by its service, by its name and by the words of its name', () => {
  expect(tokens('bedrock:InvokeModel')).toEqual(['bedrock', 'invokemodel', 'bedrockinvokemodel', 'invoke', 'model'])
})

test('a name in humps is found by its parts, an acronym with a plural s is not torn', () => {
  expect(tokens('GuardDuty')).toEqual(['guardduty', 'guard', 'duty'])
  expect(tokens('CloudHSM')).toEqual(['cloudhsm', 'cloud', 'hsm'])
  expect(tokens('KMSKey')).toEqual(['kmskey', 'kms', 'key'])
  expect(tokens('VPCs')).toEqual(['vpcs'])
})

test('a hyphenated word is found in one piece and in parts', () => {
  expect(tokens('multi-factor')).toEqual(['multi', 'factor', 'multifactor'])
})

test('accents, apostrophes and the genitive do not matter', () => {
  expect(words("Résumé customer’s don't")).toEqual(['resume', 'customer', 'dont'])
})

test('letters of scripts without spaces are words of their own', () => {
  expect(words('暗号化 key')).toEqual(['暗', '号', '化', 'key'])
})

test.each([
  ['policies', 'policy'],
  ['endpoints', 'endpoint'],
  ['caches', 'cache'],
  ['breaches', 'breach'],
  ['databases', 'database'],
  ['processes', 'process'],
  ['biases', 'bias'],
  ['statuses', 'status'],
  ['cookies', 'cookie'],
  ['VPCs', 'VPC'],
  ['APIs', 'API'],
])('%s and %s meet', (many, one) => {
  expect(singular(fold(many))).toBe(singular(fold(one)))
})

test.each([
  ['access', 'acces'],
  ['class', 'clas'],
  ['kms', 'km'],
  ['aws', 'aw'],
])('%s is no plural of %s', (word, other) => {
  expect(singular(word)).not.toBe(singular(other))
})

test('every token lies in the text, and its stretch folds to its word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, from, to } of tokensOf(text)) {
        expect(word).not.toBe('')
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(fold(text.slice(from, to)).replace(/[-‐‑:_.]/g, '')).toBe(word.replace(/\./g, ''))
      }
    }),
  )
})
