import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../../src/compiler/compile-course.ts'
import { fingerprintOf } from '../../../src/compiler/identity/fingerprint.ts'
import { matchFacts } from '../../../src/compiler/identity/match-facts.ts'

type Files = Readonly<Record<string, string>>

/** What became of the facts of some notes, in words: “subject of the old id → subject of the new one”. */
function changes(before: Files | string, after: Files | string) {
  const { renames, ambiguous, reused, vanished } = matchFacts(printsOf(before), printsOf(after))
  const short = (id: string) => id.replace(/^c\/t#/, '')
  return {
    renames: renames.map(([old, now]) => `${short(old)} → ${short(now)}`),
    ambiguous: ambiguous.map(({ old, candidates }) => `${short(old)}: ${candidates.map(short).join(', ')}`),
    reused: reused.map(short),
    vanished: vanished.map(short),
  }
}

function printsOf(notes: Files | string) {
  const files = typeof notes === 'string' ? { 't.md': `# T\n\n${notes}` } : notes
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  return compileCourse('c', sources).value.topics.flatMap(({ facts }) => facts.map(fingerprintOf))
}

const KEYS = `## Keys

| Key type | Managed by | Control |
|---|---|---|
| AWS managed key | AWS | Low, rotation each year |
| Customer managed key | Customer | High, rotation as you like |
`

const NONE = { renames: [], ambiguous: [], reused: [], vanished: [] }

describe('the same fact under another name', () => {
  test('a slip in the first cell is found with all cells of its row', () => {
    expect(changes(KEYS, KEYS.replace('Customer managed key', 'Custmer managed key'))).toEqual({
      ...NONE,
      renames: [
        'keys/relation/control/customer-managed-key → keys/relation/control/custmer-managed-key',
        'keys/relation/managed-by/customer-managed-key → keys/relation/managed-by/custmer-managed-key',
      ],
    })
  })

  test('a heading in quite other words takes its facts along', () => {
    const { renames, vanished } = changes(KEYS, KEYS.replace('## Keys', '## What encrypts'))
    expect(renames).toHaveLength(4)
    expect(vanished).toEqual([])
  })

  test('a column in quite other words takes its cells along, if they are not just yes and no', () => {
    expect(changes(KEYS, KEYS.replace('Control', 'Influence')).renames).toHaveLength(2)
    const flags = '| Store | At rest |\n|---|---|\n| Bucket | Yes |\n| Disk | No |\n'
    expect(changes(flags, flags.replace('At rest', 'In transit'))).toMatchObject({
      renames: [],
      vanished: { length: 2 },
    })
    expect(changes(flags, flags.replace('At rest', 'Encrypted at rest')).renames).toHaveLength(2)
  })

  test('a row and its heading may change in the same edit', () => {
    const edited = KEYS.replace('## Keys', '## Kinds of keys').replace('AWS managed key', 'Key managed by AWS')
    expect(changes(KEYS, edited)).toMatchObject({ renames: { length: 4 }, vanished: [] })
  })

  test('a section that moves to another file keeps all it knows', () => {
    const before = { 'a.md': `# A\n\n${KEYS}`, 'b.md': '# B\n' }
    const after = { 'a.md': '# A\n', 'b.md': `# B\n\n${KEYS}` }
    expect(changes(before, after)).toMatchObject({ renames: { length: 4 }, vanished: [] })
  })

  test('a tip that gets a title is the tip that it was', () => {
    const tip = '## Keys\n\n> **Exam tip:** Choose **customer managed keys** for data that is sensitive.\n'
    const { renames } = changes(tip, tip.replace('Exam tip:', 'Exam tip — Sensitive data:'))
    expect(renames).toEqual(['keys/concept/exam-tip/keys → keys/concept/exam-tip/sensitive-data'])
  })

  test('a sub-heading that is no longer the only one of its words stays the same', () => {
    const limits = (name: string, size: string) =>
      `## ${name}\n\n### Limits\n\n| What | Most |\n|---|---|\n| Size | ${size} |\n`
    expect(changes(limits('Queue', '256 KB'), limits('Bucket', '5 TB') + limits('Queue', '256 KB'))).toEqual({
      ...NONE,
      renames: ['limits/relation/most/size → queue-limits/relation/most/size'],
    })
  })
})

describe('another fact', () => {
  const list = (...entries: readonly string[]) =>
    `Kinds of learning:\n\n${entries.map((each) => `- ${each}\n`).join('')}`

  test.each([
    ['Supervised learning', 'Unsupervised learning'],
    ['Symmetric key pairs', 'Asymmetric key pairs'],
    ['Encrypts data at rest', 'Encrypts no data at rest'],
    ['TLS version 1.2', 'TLS version 1.3'],
    ['HTTP listener', 'HTTPS listener'],
    ['Batch inference', 'Patch inference'],
  ])('“%s” does not become “%s”, however close they are', (old, now) => {
    expect(changes(list(old, 'Other'), list(now, 'Other'))).toMatchObject({ renames: [], vanished: { length: 1 } })
  })

  test('a row with another subject and another answer is a new one', () => {
    const edited = KEYS.replace(
      '| Customer managed key | Customer | High, rotation as you like |',
      '| Customer key | Nobody | None at all |',
    )
    expect(changes(KEYS, edited)).toMatchObject({ renames: [], vanished: { length: 2 } })
  })

  test('another section that asks the same and answers otherwise is another section', () => {
    const limits = (name: string, [size, count]: readonly [string, string]) =>
      `## ${name}\n\n| What | Most |\n|---|---|\n| Size | ${size} |\n| Count | ${count} |\n`
    const kept = limits('Queue', ['256 KB', '120,000'])
    expect(
      changes(kept + limits('Bucket', ['5 TB', '100']), kept + limits('Table', ['400 KB', '2,500'])),
    ).toMatchObject({
      renames: [],
      vanished: { length: 2 },
    })
  })
})

describe('what could be either', () => {
  test('two facts that could each be the new one are both named, and none is chosen', () => {
    const before = 'Kinds:\n\n- Prompt template\n- Prompt templates\n'
    const { renames, ambiguous } = changes(before, 'Kinds:\n\n- Prompt templatte\n')
    expect(renames).toEqual([])
    expect(ambiguous).toEqual([
      't/membership/is-one-of/prompt-template: t/membership/is-one-of/prompt-templatte',
      't/membership/is-one-of/prompt-templates: t/membership/is-one-of/prompt-templatte',
    ])
  })

  test('two sections that are alike and were renamed together are not told apart', () => {
    const part = (name: string) =>
      `## ${name}\n\n| What | Most |\n|---|---|\n| Size | 5 TB |\n| Count | 100 |\n| Rate | 20 |\n`
    const { renames, ambiguous } = changes(part('Alpha') + part('Beta'), part('Gamma') + part('Delta'))
    expect(renames).toEqual([])
    expect(ambiguous).toHaveLength(6)
  })

  test('a name that another fact bears now is reported', () => {
    const part = (name: string, size: string) =>
      `## ${name}\n\n### Limits\n\n| What | Most |\n|---|---|\n| Size | ${size} |\n`
    const { reused } = changes(part('Queue', 'a quarter of a megabyte'), part('Bucket', '5 TB'))
    expect(reused).toEqual(['limits/relation/most/size'])
  })
})
