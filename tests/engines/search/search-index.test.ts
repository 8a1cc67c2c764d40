import { expect, test } from 'vitest'
import { buildIndex, search } from '../../../src/engines/search/search-index.ts'
import type { SearchEntry } from '../../../src/engines/search/search-entry.ts'
import { entry, NOTES } from './corpus.ts'

const index = buildIndex(NOTES)
const titles = (query: string, entries: readonly SearchEntry[] = NOTES) =>
  search(buildIndex(entries), query).hits.map((hit) => hit.entry.title)

/** The notes as the learner sees them, with what is lit up in brackets. */
function lit(query: string, entries: readonly SearchEntry[] = NOTES): string {
  const [hit] = search(buildIndex(entries), query).hits
  if (hit === undefined) return ''
  const bracketed = (text: string, marks: typeof hit.titleMarks) =>
    marks.reduceRight((said, { from, to }) => `${said.slice(0, from)}[${said.slice(from, to)}]${said.slice(to)}`, text)
  return `${bracketed(hit.entry.title, hit.titleMarks)} | ${bracketed(hit.entry.text, hit.textMarks)}`
}

test.each([
  ['guardduty', 'Amazon GuardDuty'],
  ['GUARDDUTY', 'Amazon GuardDuty'],
  ['guard duty', 'Amazon GuardDuty'],
  ['gard duty', 'Amazon GuardDuty'],
  ['guarddty', 'Amazon GuardDuty'],
  ['gaurdduty', 'Amazon GuardDuty'],
  ['guardd', 'Amazon GuardDuty'],
  ['cloud trail', 'AWS CloudTrail'],
  ['cloudtrial', 'AWS CloudTrail'],
  ['cloud tr', 'AWS CloudTrail'],
  ['amcie', 'Amazon Macie'],
  ['maice', 'Amazon Macie'],
  ['pii bucket', 'Amazon Macie'],
  ['customer-managed keys', 'Customer managed key'],
  ['managed customer', 'Customer managed key'],
  ['tls 1.2', 'Data in transit'],
  ['sse-kms', 'Data at rest'],
  ['ssekms', 'Data at rest'],
  ['invokemodel', 'bedrock:InvokeModel'],
  ['invoke model', 'bedrock:InvokeModel'],
  ['bedrock:Inv', 'bedrock:InvokeModel'],
  ['service control policies', 'Service control policy'],
  ['multifactor', 'Multi-factor authentication'],
  ['multi factor', 'Multi-factor authentication'],
  ['authentification', 'Multi-factor authentication'],
  ['intreface endpoint', 'AWS PrivateLink'],
])('who types “%s” finds %s first', (query, title) => {
  expect(titles(query)[0]).toBe(title)
})

test.each(['', '   ', '?!', '🔐', '—', '\u0301'])('who types %j finds nothing, and is not corrected', (query) => {
  expect(search(index, query)).toEqual({ hits: [], didYouMean: null })
})

test('a word in the title counts for more than the same word below it', () => {
  const entries = [entry('Logs', 'Sent by Macie'), entry('Macie', 'Sends logs')]
  expect(titles('macie', entries)).toEqual(['Macie', 'Logs'])
})

test('who answers all words comes before who answers one of them twice', () => {
  const entries = [entry('Key policy', 'A key has a key policy'), entry('Rotation', 'Of a key')]
  expect(titles('key rotation', entries)[0]).toBe('Rotation')
})

test('the whole word comes before the beginning of a longer one, that before a misspelt one', () => {
  const entries = [entry('Kye'), entry('Trial'), entry('Trails'), entry('Trailing'), entry('Trail')]
  expect(titles('trail', entries)).toEqual(['Trail', 'Trails', 'Trailing', 'Trial'])
})

test('a rare word weighs more than a common one', () => {
  const common = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => entry(`${name} policy`))
  expect(titles('policy quota', [...common, entry('Quota')])[0]).toBe('Quota')
})

test('the headings above help to choose among entries, without being lit up', () => {
  const entries = [entry('Owner', 'The customer', 'Buckets'), entry('Owner', 'The customer', 'KMS key types')]
  const [first] = search(buildIndex(entries), 'kms owner').hits
  expect(first?.entry.context).toBe('KMS key types')
  expect(first?.titleMarks).toEqual([{ from: 0, to: 5 }])
})

test('equals come in the order of the notes', () => {
  const entries = [entry('Alpha', 'same'), entry('Gamma', 'same'), entry('Betas', 'same')]
  expect(titles('same', entries)).toEqual(['Alpha', 'Gamma', 'Betas'])
})

test('no more is given than was asked for', () => {
  expect(search(index, 'aws', 2).hits).toHaveLength(2)
  expect(search(index, 'aws', 0).hits).toEqual([])
  expect(search(index, 'aws', -1).hits).toEqual([])
})

test('notes without entries answer nothing', () => {
  expect(search(buildIndex([]), 'key')).toEqual({ hits: [], didYouMean: null })
})

test('what was typed is lit up, whole words at a time', () => {
  expect(lit('customer key')).toContain('[Customer] managed [key] | Owner: the [customer]')
  expect(lit('guard')).toContain('Amazon [Guard]Duty')
  expect(lit('cloud trail')).toContain('AWS [CloudTrail]')
  expect(lit('encrypt')).toContain('[encryption] of volumes')
  expect(lit('InvokeModel')).toContain('bedrock:[InvokeModel]')
  expect(lit('invoke')).toContain('bedrock:[Invoke]Model')
})

test('a misspelt word lights up what it was taken for', () => {
  expect(lit('guarddty')).toContain('Amazon [GuardDuty]')
})

test('a similar word stays dark beside the one that was typed', () => {
  expect(lit('data', [entry('Data', 'Until a date')])).toBe('[Data] | Until a date')
  expect(lit('data', [entry('Until a date')])).toBe('Until a [date] | ')
})

test('marks count code units, also behind emoji and accents', () => {
  expect(lit('cle', [entry('🔐 La clé “maître”')])).toBe('🔐 La [clé] “maître” | ')
  expect(lit('maitre', [entry('🔐 La cle\u0301 mai\u0302tre')])).toBe('🔐 La cle\u0301 [mai\u0302tre] | ')
})

test.each([
  ['guarddty', 'GuardDuty'],
  ['gard duty', 'GuardDuty'],
  ['amazon gard duty logs', 'amazon GuardDuty logs'],
  ['cloud trial', 'cloud trail'],
  ['macei buckets', 'macie buckets'],
  ['Macei', 'Macie'],
  ['  what is encrpytion ?', 'what is encryption ?'],
])('who types “%s” is asked whether “%s” was meant', (query, meant) => {
  expect(search(index, query).didYouMean).toBe(meant)
})

test.each(['guardduty', 'guard duty', 'cloudtrail', 'cloud trail', 'encrypt', 'policies', 'zzzzzzzz'])(
  'who types “%s” is not corrected',
  (query) => {
    expect(search(index, query).didYouMean).toBeNull()
  },
)

test('a suggestion is spelt as in the notes, and finds something without another suggestion', () => {
  const { didYouMean } = search(index, 'amazn gaurdduty')
  expect(didYouMean).toBe('amazon GuardDuty')
  expect(search(index, didYouMean ?? '')).toMatchObject({ didYouMean: null })
})

test('of two words equally near, the one that is written more often is suggested', () => {
  const entries = [entry('Lock'), entry('Rock'), entry('Rock salt')]
  expect(search(buildIndex(entries), 'qock').didYouMean).toBe('rock')
})

test('each name finds its synonyms, both ways, and lights up what stands there', () => {
  const entries = [
    entry('Customer-managed keys', 'Rotated on demand'),
    entry('CMK', 'Audited'),
    entry('Managed by AWS'),
  ]
  const synonyms = [['cmk', 'customer managed key']]
  const found = (query: string) => search(buildIndex(entries, synonyms), query).hits
  expect(found('cmk').map((hit) => hit.entry.title)).toEqual(['CMK', 'Customer-managed keys'])
  expect(found('cmk')[1]?.titleMarks).toEqual([{ from: 0, to: 21 }])
  expect(found('customer managed key').map((hit) => hit.entry.title)).toEqual([
    'Customer-managed keys',
    'CMK',
    'Managed by AWS',
  ])
})

test('synonyms without words change nothing', () => {
  expect(search(buildIndex(NOTES, [[], ['—'], ['key', '']]), 'key')).toEqual(search(index, 'key'))
})

test('of a pasted page only the beginning is read', () => {
  const page = 'data at rest '.repeat(10_000)
  expect(search(index, page).hits[0]?.entry.title).toBe('Data at rest')
  expect(search(index, page).hits).toEqual(search(index, page.slice(0, 100)).hits)
})
