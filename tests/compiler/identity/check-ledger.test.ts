import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCourse } from '../../../src/compiler/compile-course.ts'
import { acceptedLedger, withLedger } from '../../../src/compiler/identity/check-ledger.ts'
import { readLedger } from '../../../src/compiler/identity/ledger.ts'

const PATH = 'content/c/ledger.jsonl'
const NOTES =
  '# T\n\n## Keys\n\n| Key | Use |\n|---|---|\n| Größe | so und so viel |\n| C++ | systems of all kinds |\n| C# | apps of all kinds |\n'

const compiled = (text: string) => compileCourse('c', [{ path: 'content/c/t.md', text }])
const accepted = (text: string, ledger = '') => acceptedLedger(compiled(text).value, ledger)
const checked = (text: string, ledger: string) => withLedger(compiled(text), { path: PATH, text: ledger })
const weighty = (text: string, ledger: string) =>
  checked(text, ledger).diagnostics.flatMap(({ rule, severity }) =>
    severity === 'info' && rule === 'no-fact' ? [] : [rule],
  )

const id = (section: string, subject: string) => `c/t#${section}/relation/use/${subject}`

test('notes that did not change have nothing to accept, whatever they hold', () => {
  const ledger = accepted(NOTES)
  expect(weighty(NOTES, ledger)).toEqual([])
  expect(accepted(NOTES, ledger)).toBe(ledger)
})

test('a rename is proposed with the command that accepts it, and is the course’s once it was accepted', () => {
  const ledger = accepted(NOTES)
  const edited = NOTES.replace('## Keys', '## Languages and sizes')
  const { value, diagnostics } = checked(edited, ledger)
  expect(value.renames).toEqual([])
  expect(diagnostics).toMatchObject([
    {
      rule: 'renamed-fact',
      severity: 'warning',
      file: 'content/c/t.md',
      line: 7,
      message: expect.stringContaining('“Größe” and 2 others'),
      hint: expect.stringContaining('npm run --silent notes -- content/c --accept'),
    },
  ])
  const next = checked(edited, accepted(edited, ledger))
  expect(next.diagnostics).toEqual([])
  expect(next.value.renames).toHaveLength(3)
})

test('a fact that is renamed again is led from all its old names to the last one', () => {
  const [one, two] = [NOTES.replace('Größe', 'Grösse'), NOTES.replace('Größe', 'Grösse des Schlüssels')]
  const ledger = accepted(two, accepted(one, accepted(NOTES)))
  const { renames } = checked(two, ledger).value
  expect(new Set(renames.map(([, now]) => now)).size).toBe(1)
  expect(renames).toHaveLength(2)
  // Taken back, its first name is its own again, and the others lead there.
  const back = accepted(NOTES, ledger)
  const home = checked(NOTES, back).value.renames
  expect(home).toHaveLength(2)
  expect(home.map(([, now]) => now)).toEqual(
    [
      readLedger(back)
        .facts.map(({ print }) => print.id)
        .find((each) => each.includes('/gro')),
    ].flatMap((each) => [each, each]),
  )
})

test('what is ambiguous stays open until the author decides it in the ledger', () => {
  const list = (...entries: readonly string[]) => `# T\n\nKinds:\n\n${entries.map((each) => `- ${each}\n`).join('')}`
  const edited = list('Prompt templatte', 'Answers')
  const ledger = accepted(edited, accepted(list('Prompt template', 'Prompt templates', 'Answers')))
  expect(weighty(edited, ledger)).toEqual(['ambiguous-rename', 'ambiguous-rename'])
  const [old, now] = ['prompt-template', 'prompt-templatte'].map((entry) => `c/t#t/membership/is-one-of/${entry}`)
  const decided = ledger
    .split('\n')
    .map((line) => (line.startsWith(`{"id":"${old}",`) ? JSON.stringify({ id: old, now }) : line))
    .join('\n')
  expect(weighty(edited, decided)).toEqual(['vanished-fact'])
  expect(checked(edited, accepted(edited, decided)).value.renames).toEqual([[old, now]])
})

test('a fact that is gone is told at its line of the ledger, until it is forgotten', () => {
  const ledger = accepted(NOTES)
  const edited = NOTES.replace(/\| C# .*\n/, '')
  const line = ledger.split('\n').findIndex((each) => each.includes(id('keys', 'c-')) && each.includes('"c#"')) + 1
  expect(checked(edited, ledger).diagnostics).toMatchObject([
    { rule: 'vanished-fact', severity: 'info', file: PATH, line },
  ])
  expect(weighty(edited, accepted(edited, ledger))).toEqual([])
})

test('a name that another fact takes up again is no longer led away', () => {
  const edited = NOTES.replace('## Keys', '## Languages')
  const ledger = accepted(edited, accepted(NOTES))
  const both = `${edited}\n## Keys\n\n| Key | Use |\n|---|---|\n| C++ | something else entirely |\n`
  const renames = checked(both, ledger).value.renames
  expect(renames).toHaveLength(2)
  expect(
    renames.every(
      ([old]) => !checked(both, ledger).value.topics.some(({ facts }) => facts.some((fact) => fact.id === old)),
    ),
  ).toBe(true)
})

test('two people’s changes of different facts are different lines', () => {
  const [one, other] = [NOTES.replace('Größe', 'Grösse'), NOTES.replace('systems of all', 'systems of most')]
  const base = accepted(NOTES).split('\n')
  const changedBy = (text: string) => base.filter((line) => !accepted(text, accepted(NOTES)).split('\n').includes(line))
  expect(changedBy(one)).toHaveLength(1)
  expect(changedBy(other)).toHaveLength(1)
  expect(changedBy(one)).not.toEqual(changedBy(other))
})

test('a ledger that is damaged in any way is read as far as it goes, and every other line is told', () => {
  const ledger = accepted(NOTES)
  const lines = ledger.trimEnd().split('\n')
  fc.assert(
    fc.property(
      fc.nat(lines.length),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/\s/g, '')),
      (at, junk) => {
        const { facts, broken } = readLedger(lines.toSpliced(at, 0, junk).join('\r\n'))
        expect(facts).toHaveLength(lines.length)
        expect(broken).toEqual(junk === '' ? [] : [at + 1])
      },
    ),
  )
})

test('the ledger of the course knows every fact of its notes; else run “notes content/aif-c01 --accept”', () => {
  const files = ['course.md', 'domain-5.md'].map((name) => `content/aif-c01/${name}`)
  const { value } = compileCourse(
    'aif-c01',
    files.map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  )
  const known = new Set(
    readLedger(readFileSync('content/aif-c01/ledger.jsonl', 'utf8')).facts.map(({ print }) => print.id),
  )
  const facts = value.topics.flatMap((topic) => topic.facts.map((fact) => fact.id))
  expect(facts.filter((fact) => !known.has(fact))).toEqual([])
})

test('a fact takes less than 150 bytes of the ledger', () => {
  const text = readFileSync('content/aif-c01/ledger.jsonl', 'utf8')
  expect(text.length / readLedger(text).facts.length).toBeLessThan(150)
})
