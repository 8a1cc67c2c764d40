import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileRules } from '../../src/compiler/compile-rules.ts'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import { acceptedLedger, withLedger } from '../../src/compiler/identity/check-ledger.ts'
import { RULES } from '../../src/model/diagnostic.ts'
import { lintItems } from '../../src/engines/items/lint-items.ts'
import { itemsIn } from '../../src/engines/items/generate-items.ts'
import { whyNot } from '../../src/engines/items/why-not.ts'
import type { Diagnostic, Rule } from '../../src/model/diagnostic.ts'
import { objectiveId } from '../../src/model/ids.ts'

const TEXT = readFileSync('docs/notes-format.md', 'utf8')
const [GUIDE = '', REMARKS = ''] = TEXT.split('\n## Remarks\n')
const [NOTES_GUIDE = '', ITEMS_GUIDE = ''] = GUIDE.split('\n## Questions beside the notes')
const OBJECTIVES = new Set([objectiveId('5.1.3')])
const RULES_OF_EXAM = `# Exam\n\n## Names\n\n| Name | Other names |\n|---|---|\n| Amazon S3 | S3 |\n`

function examplesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(`{3,})md\n(.*?)^\1$/gms)].map(([, , example = '']) => example)
}

/** Rules about what became of facts: their sections show the notes as they were, and as they are. */
const OF_TWO_VERSIONS: ReadonlySet<Rule> = new Set(['renamed-fact', 'ambiguous-rename', 'vanished-fact'])

/** What the document says under the heading of a rule. */
function sectionOf(rule: Rule): string {
  return REMARKS.split(/^### /m).find((section) => section.startsWith(`${rule}\n`)) ?? ''
}

/** The remarks on the second version of some notes, by the ledger of the first one. */
function remarksOnEdit([before = '', after = '']: readonly string[]): readonly Diagnostic[] {
  const [old, now] = [before, after].map((text) => compileCourse('c', [{ path: 'c/a.md', text: `# Title\n\n${text}` }]))
  if (old === undefined || now === undefined) return []
  return withLedger(now, { path: 'c/ledger.jsonl', text: acceptedLedger(old.value, '') }).diagnostics
}

function brokenBy(rule: Rule): readonly Diagnostic[] {
  const section = sectionOf(rule)
  if (OF_TWO_VERSIONS.has(rule)) return remarksOnEdit(examplesIn(section))
  if (rule !== 'broken-ledger') return examplesIn(section).flatMap((example) => remarksOn(example, rule))
  const [, text = ''] = /^```jsonl\n(.*?)^```$/ms.exec(section) ?? []
  return withLedger(compileCourse('c', []), { path: 'c/ledger.jsonl', text }).diagnostics
}

/** Rules about the questions beside the notes. */
const OF_ITEMS: ReadonlySet<Rule> = new Set(
  RULES.slice(RULES.indexOf('items-without-topic'), RULES.indexOf('item-key-echo') + 1),
)

/** The remarks on a file of questions, beside notes that have but a title. */
function remarksOnItems(example: string, name = 'domain-5'): readonly Diagnostic[] {
  const { value, diagnostics } = compileCourse('c', [
    { path: 'c/course.md', text: RULES_OF_EXAM },
    { path: 'c/domain-5.md', text: '# Security\n' },
    { path: `c/items/${name}.md`, text: example },
  ])
  return [...diagnostics, ...value.authored.flatMap((file) => lintItems(file))]
}

function remarksOn(example: string, rule: Rule): readonly Diagnostic[] {
  if (OF_ITEMS.has(rule)) return remarksOnItems(example, rule === 'items-without-topic' ? 'domain-6' : 'domain-5')
  if (rule === 'course-as-notes') return compileCourse('c', [{ path: 'c/course.md', text: example }]).diagnostics
  if (rule === 'blueprint') return compileRules({ path: 'course.md', text: example }).diagnostics
  const text = rule === 'no-title' || rule === 'repaired' ? example : `# Title\n\n${example}`
  const { value, diagnostics } = compileTopic({ path: 'a.md', text }, { id: 'c/a', objectives: OBJECTIVES })
  return rule === 'no-question' ? [...diagnostics, ...whyNot(value, itemsIn(value))] : diagnostics
}

describe.each(RULES)('the rule %s', (rule) => {
  const [, severity] = new RegExp(`^\\| \\[${rule}\\]\\(#${rule}\\) \\| (\\w+) \\|`, 'm').exec(REMARKS) ?? []

  test('stands in the table and has a section with a meaning and an example', () => {
    expect(severity).toBeDefined()
    const [meaning = ''] = sectionOf(rule).slice(rule.length).split('```')
    expect(meaning.trim()).not.toBe('')
    const count = rule === 'broken-ledger' ? 0 : OF_TWO_VERSIONS.has(rule) ? 2 : 1
    expect(examplesIn(sectionOf(rule))).toHaveLength(count)
  })

  test('is broken by its example, as severely as the table says, and no other is', () => {
    const weighty = brokenBy(rule).filter((remark) => remark.severity !== 'info' || severity === 'info')
    expect(new Set(weighty.map((remark) => remark.rule))).toEqual(new Set([rule]))
    expect(new Set(weighty.map((remark) => remark.severity))).toEqual(new Set([severity]))
  })
})

test('the document explains no rule that does not exist', () => {
  expect([...REMARKS.matchAll(/^### (.+)$/gm)].map(([, rule]) => rule)).toEqual([...RULES])
  expect([...REMARKS.matchAll(/^\| \[([\w-]+)\]/gm)].map(([, rule]) => rule)).toEqual([...RULES])
})

test.each(examplesIn(NOTES_GUIDE))('the example compiles without an error or a warning: %j', (example) => {
  const text = example.startsWith('# ') ? example : `# Title\n\n${example}`
  const { diagnostics } = compileTopic({ path: 'a.md', text }, { id: 'c/a', objectives: OBJECTIVES })
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test.each(examplesIn(ITEMS_GUIDE))(
  'the questions of the example are asked, and nothing is to be said about them: %j',
  (text) => {
    expect(remarksOnItems(text)).toEqual([])
    const { value } = compileCourse('c', [
      { path: 'c/domain-5.md', text: '# Security\n' },
      { path: 'c/items/domain-5.md', text },
    ])
    expect(value.authored[0]?.items).toHaveLength(text.split(/^## /m).length - 1)
  },
)

test('the examples show every kind of fact but the trap, which takes a heading', () => {
  const facts = examplesIn(NOTES_GUIDE).flatMap((text) => {
    return compileTopic({ path: 'a.md', text: `# Title\n\n${text}` }, { id: 'c/a', objectives: OBJECTIVES }).value.facts
  })
  expect([...new Set(facts.map(({ kind }) => kind))].toSorted()).toEqual([
    'concept',
    'membership',
    'relation',
    'scenario',
    'step',
    'term',
  ])
})
