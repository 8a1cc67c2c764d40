import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SCHEMAS } from './line-schemas.ts'
import { BAD, GOOD, run, runOn } from './run-notes.ts'
import { folderWith } from './temporary-folder.ts'

/** The objects of JSON Lines; throws when a line is none. */
function objectsIn(out: string): readonly unknown[] {
  return out === ''
    ? []
    : out
        .replace(/\n$/, '')
        .split('\n')
        .map((line): unknown => JSON.parse(line))
}

test.each(['facts', 'cards', 'items', 'diagnostics', 'course'] as const)(
  'prints %s as JSON Lines with all their fields',
  async (emit) => {
    const folder = folderWith({ 'course/security.md': GOOD })
    const { code, out, err } = await run(join(folder, 'course'), '--emit', emit)
    expect(code).toBe(0)
    expect(err).toBe('')
    const objects = objectsIn(out)
    expect(objects.length).toBeGreaterThan(0)
    for (const object of objects) expect(v.safeParse(SCHEMAS[emit], object).issues).toBeUndefined()
  },
)

test('the questions of the notes stand among the items, and are about no fact; all others are about one', async () => {
  const folder = folderWith({ 'course/security.md': GOOD })
  const { out } = await run(join(folder, 'course'), '--emit=items')
  const items = objectsIn(out).map((object) => v.parse(SCHEMAS.items, object))
  expect(items.filter(({ origin }) => origin === 'authored').map(({ id, facts }) => [id, facts])).toEqual([
    ['course/security#steps/question/what-finds-sensitive-data', []],
  ])
  expect(items.every(({ origin, facts }) => origin === 'authored' || facts.length > 0)).toBe(true)
})

test('an ordering says its order, and a matching its prompts', async () => {
  const folder = folderWith({ 'course/security.md': GOOD })
  const { out } = await run(join(folder, 'course'), '--emit=items')
  const items = objectsIn(out).map((object) => v.parse(SCHEMAS.items, object))
  expect(items.filter(({ type }) => type === 'ordering').map(({ order }) => order?.length)).toEqual([3])
  const matching = items.filter(({ type }) => type === 'matching')
  expect(matching.length).toBeGreaterThan(0)
  expect(
    matching.every(({ prompts, options }) => prompts?.every(({ answer }) => options.some(({ id }) => id === answer))),
  ).toBe(true)
})

test('prints facts when nothing is said about what to emit', async () => {
  const folder = folderWith({ 'course/security.md': GOOD })
  const { out } = await run(join(folder, 'course'))
  expect(objectsIn(out).map((object) => v.parse(SCHEMAS.facts, object).kind)).toContain('step')
})

test('prints the cards as a table that a spreadsheet reads as it is meant', async () => {
  const folder = folderWith({ 'a.md': '# A\n\n| Term | Definition |\n|---|---|\n| =SUM(1) | Says "hello", twice |\n' })
  const { code, out } = await run(join(folder, 'a.md'), '--emit', 'csv')
  const [head, forward, reverse] = out.split('\n')
  expect(code).toBe(0)
  expect(head).toBe('id,kind,cue,front,back')
  expect(forward).toMatch(/~forward,forward,What does it mean\?,'=SUM\(1\),"Says ""hello"", twice"$/)
  expect(reverse).toMatch(/~reverse,reverse,Which term is it\?,"Says ""hello"", twice",'=SUM\(1\)$/)
})

test('prints the cards as text that Anki imports', async () => {
  const folder = folderWith({ 'a.md': '# A\n\n| Term | Definition |\n|---|---|\n| KMS | Keeps <keys> |\n' })
  const { code, out } = await run(join(folder, 'a.md'), '--emit', 'anki')
  expect(code).toBe(0)
  expect(out).toMatch(/^#separator:tab\n#html:true\n/)
  expect(out).toMatch(/\tWhat does it mean\?<br>KMS\tKeeps &lt;keys&gt;\tterm\n/)
})

test('prints the questions as GIFT, those beside the notes too', async () => {
  const folder = folderWith({ 'course/security.md': GOOD, 'course/items/security.md': BESIDE })
  const { out } = await run(join(folder, 'course'), '--emit', 'gift')
  expect(out).toMatch(/^\$CATEGORY: course\//)
  const [, right = ''] = /^- \[x\] (.*)$/m.exec(BESIDE) ?? []
  expect(right).not.toBe('')
  expect(out).toContain(`\n=${right}#`)
})

test('prints the audit as a table', async () => {
  const folder = folderWith({ 'course/security.md': GOOD })
  const { code, out } = await run(join(folder, 'course'), '--emit', 'audit')
  expect(code).toBe(0)
  expect(out).toMatch(/^\| Topic \| Facts \|/)
  expect(out).toContain('| course/security |')
})

test('reports all errors at once with their places, and still prints what it could read', async () => {
  const folder = folderWith({ 'course/security.md': BAD, 'course/other.md': '# Other\n\n<!-- objective: -->\n' })
  const { code, out, err } = await run(join(folder, 'course'), '--emit', 'facts')
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain('2 errors in the notes:')
  expect(err).toMatch(/security\.md:4:1 warning broken-table: /)
  expect(err).toMatch(/security\.md:7:5 error unknown-note: /)
  expect(err).toMatch(/other\.md:3:1 error unknown-objective: /)
  expect(err).toMatch(/security\.md:9:3 warning raw-html: /)
})

test('diagnostics on standard output are JSON Lines also when some are errors', async () => {
  const folder = folderWith({ 'course/security.md': BAD })
  const { code, out } = await run(join(folder, 'course'), '--emit', 'diagnostics')
  expect(code).toBe(1)
  const found = objectsIn(out).map((object) => v.parse(SCHEMAS.diagnostics, object))
  expect(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['unknown-note'])
})

test('notes in folders of a course belong to it; what is hidden does not', async () => {
  const notes = (name: string) => `# ${name}\n\n| A | B |\n|---|---|\n| ${name} | one |\n`
  const folder = folderWith({
    'course/b.md': notes('own'),
    'course/week 1/a.md': notes('inner'),
    'course/week 1/deep/b.md': notes('deep'),
    'course/.trash/c.md': notes('gone'),
  })
  const { code, out } = await run(join(folder, 'course'))
  expect(code).toBe(0)
  const schema = v.object({ topic: v.string(), subject: v.string() })
  const facts = objectsIn(out).map((object) => v.parse(schema, object))
  expect(facts.map(({ topic, subject }) => [topic, subject])).toEqual([
    ['course/b', 'own'],
    ['course/a', 'inner'],
    ['course/b-2', 'deep'],
  ])
})

test('one file is compiled alone, by the rules of its folder', async () => {
  const folder = folderWith({
    'course/security.md': GOOD,
    'course/other.md': BAD,
    'course/course.md':
      '# X\n\n## Exam\n\n| Setting | Value |\n|---|---|\n| Items | 2 |\n| Scored items | 2 |\n| Minutes | 5 |\n' +
      '| Pass mark | 1 |\n| Scale | 1–2 |\n\n## Domains\n\n| No. | Domain | Weight |\n|---|---|---|\n| 1 | One | 100 % |\n',
  })
  const { code, err } = await run(join(folder, 'course/security.md'))
  expect(code).toBe(1)
  expect(err).toContain('One error in the notes:')
  expect(err).toContain('unknown-objective')
})

test('a folder of courses prints them all, each topic under its own course', async () => {
  const folder = folderWith({ 'a/one.md': GOOD, 'b/two.md': GOOD, 'empty/picture.png': '' })
  const { code, out } = await run(folder)
  expect(code).toBe(0)
  const topics = objectsIn(out).map((object) => v.parse(v.looseObject({ topic: v.string() }), object).topic)
  expect([...new Set(topics)]).toEqual(['a/one', 'b/two'])
})

test.each(['facts', 'cards', 'items', 'diagnostics'])(
  'notes without anything to say print nothing as %s',
  async (emit) => {
    const folder = folderWith({ 'course/security.md': '# Only a title\n' })
    expect(await run(join(folder, 'course'), '--emit', emit)).toEqual({ code: 0, out: '', err: '' })
  },
)

test('reads text files, and text that comes on standard input', async () => {
  const text =
    'Security\n1. Services\n| Service | Finds |\n|---|---|\nMacie |\nSensitive data |\n2. Keys\n| Key | Owner |\n|---|---|\n| CMK | Customer |\n'
  const folder = folderWith({ 'course/security.txt': text })
  const file = await run(join(folder, 'course/security.txt'))
  const piped = await runOn(Readable.from([text]), '-')
  const subjects = ({ out }: { readonly out: string }) =>
    objectsIn(out).map((object) => v.parse(v.looseObject({ subject: v.string() }), object).subject)
  expect(subjects(file)).toEqual(['Macie', 'CMK'])
  expect(subjects(piped)).toEqual(['Macie', 'CMK'])
  expect(piped.code).toBe(0)
})

test.each<readonly [string, readonly string[], string]>([
  ['no path', [], 'The path of the notes is missing.'],
  ['a path that is not there', ['nowhere/at/all'], 'There is nothing at nowhere/at/all.'],
  ['a file that is no notes', ['package.json'], 'There are no notes at package.json'],
  ['a folder without notes', ['tests/node'], 'There are no notes at tests/node'],
  ['an emit that is none', ['content', '--emit', 'poems'], '“poems” cannot be emitted.'],
  ['nothing behind --emit', ['content', '--emit'], 'What to emit is missing.'],
  ['an option that is none', ['--loud', 'content'], '“--loud” is not understood.'],
  ['two paths', ['content', 'docs'], '“docs” is not understood.'],
])('says how it is used when given %s', async (_, argv, message) => {
  const { code, out, err } = await run(...argv)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(message)
  expect(err).toContain('npm run --silent notes -- PATH')
})

test('the notes of the built-in course compile without an error or a warning', async () => {
  const { code, err } = await run('content')
  expect(err).toBe('')
  expect(code).toBe(0)
})

const BESIDE = `<!-- objective: 5.1.3 -->

## Which of them looks for weak spots?

- [ ] Macie
  - It looks for personal data.
- [x] Inspector
  - It looks for weak spots. ([Notes](../security.md#services))
- [ ] GuardDuty
  - It looks for threats.
- [ ] Config
  - It looks for drift.

Difficulty: hard

References: [Guide](https://example.org/) (checked 2026-11-20)
`

test('questions beside the notes are printed with those of the notes, or alone', async () => {
  const folder = folderWith({ 'course/security.md': GOOD, 'course/items/security.md': BESIDE })
  const whole = await run(join(folder, 'course'), '--emit=items')
  const alone = await run(join(folder, 'course/items/security.md'), '--emit=items')
  expect([whole.code, alone.code, whole.err, alone.err]).toEqual([0, 0, '', ''])
  const [item, ...others] = objectsIn(alone.out)
  expect(others).toEqual([])
  expect(v.safeParse(SCHEMAS.items, item).issues).toBeUndefined()
  expect(item).toMatchObject({ origin: 'authored', type: 'choice', domain: 5, objective: '5.1.3', difficulty: 'hard' })
  expect(item).toMatchObject({
    references: [{ title: 'Guide', address: 'https://example.org/', checked: '2026-11-20' }],
  })
  expect(objectsIn(whole.out)).toContainEqual(item)
  const places = v.parse(SCHEMAS.items, item).options.map(({ correct, source }) => `${correct} ${source.line}`)
  expect(places.toSorted()).toEqual(['false 11', 'false 5', 'false 9', 'true 5'])
  expect((await run(join(folder, 'course'), '--emit=audit')).out).toContain('Of 1 authored questions with four options')
})

test('a question that is not whole is an error with its line, and one that gives itself away a warning', async () => {
  const text = BESIDE.replace('- [x]', '- [ ]')
  const folder = folderWith({ 'course/security.md': GOOD, 'course/items/security.md': text })
  const broken = await run(join(folder, 'course'))
  expect(broken.code).toBe(1)
  expect(broken.err).toMatch(/items\/security\.md:3:1 error item-without-key: /)
  const rewrite = BESIDE.replace('looks for weak spots?', 'does not look for data?')
  const warned = await run(join(folderWith({ 'a/security.md': GOOD, 'a/items/security.md': rewrite }), 'a'))
  expect(warned.code).toBe(0)
  expect(warned.err).toMatch(/items\/security\.md:3:1 warning item-quiet-not: /)
})
