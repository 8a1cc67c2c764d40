import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { objectiveId, topicId } from '../../src/model/ids.ts'
import { compilePath } from '../../src/node/read-notes.ts'
import { rememberingCompiler, rememberingLedger } from '../../src/node/topic-cache.ts'
import { folderWith, writeIn } from './temporary-folder.ts'

const NOTES = '# Keys\n\n| Key | Owner |\n|---|---|\n| CMK | You |\n'
const ASKED = `${NOTES}\n<!-- objective: 1.1.2 -->\n`

const blueprintWith = (objective: string): string =>
  `# Exam\n\n## Objectives\n\n| No. | Objective |\n|---|---|\n| ${objective} | Owners |\n`

const FILES = ['course.md', 'keys.md', 'roles.md', 'items/keys.md', 'ledger.jsonl'] as const

const text = fc.constantFrom(
  NOTES,
  ASKED,
  NOTES.replaceAll('\n', '\r\n'),
  NOTES.replace('You', 'AWS'),
  '# Keys\n\nA note[^a].\n\n[^a]: **Disputed.** Perhaps.\n',
  '- **One:** two\n- **Three:** four\n',
  blueprintWith('1.1.1'),
  blueprintWith('1.1.2'),
  '{"id":"a/keys#keys/relation/owner/root","now":"a/keys#keys/relation/owner/cmk"}\n',
  '',
)

/** A file is written anew, or, without a text, taken away. */
const edit = fc.record({ file: fc.constantFrom(...FILES), text: fc.option(text, { freq: 4 }) })

test('after 200 random edits the notes give what a clean build of them gives', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 200, maxLength: 200 }), (edits) => {
      const folder = folderWith({ 'keys.md': NOTES })
      const [compile, check] = [rememberingCompiler(), rememberingLedger()]
      for (const { file, text: written } of edits) {
        if (written === null) rmSync(join(folder, file), { force: true })
        else writeIn(folder, file, written)
        expect(compilePath(folder, compile)).toEqual(compilePath(folder))
        expect(compilePath(folder, compile, check).value).toEqual(compilePath(folder).value)
      }
    }),
    { numRuns: 5 },
  )
})

test('a file that did not change is not compiled again', () => {
  const folder = folderWith({ 'keys.md': NOTES, 'roles.md': '# Roles\n' })
  const compile = rememberingCompiler()
  const before = compilePath(folder, compile).value.topics
  writeIn(folder, 'roles.md', '# Roles of people\n')
  const after = compilePath(folder, compile).value.topics
  expect(after.map(({ title }) => title)).toEqual(['Keys', 'Roles of people'])
  expect(after[0]).toBe(before[0])
})

test('a file is compiled again when the objectives that it may name are others', () => {
  const compile = rememberingCompiler()
  const rulesOf = (objective: string): readonly string[] =>
    compile
      .topic({ path: 'keys.md', text: ASKED }, { id: 'a/keys', objectives: new Set([objectiveId(objective)]) })
      .diagnostics.map(({ rule }) => rule)
  expect(rulesOf('1.1.2')).not.toContain('unknown-objective')
  expect(rulesOf('1.1.1')).toContain('unknown-objective')
})

test('a file is compiled again when its topic has another name', () => {
  const compile = rememberingCompiler()
  const idOf = (id: string): string =>
    compile.topic({ path: 'keys.md', text: NOTES }, { id, objectives: null }).value.id
  expect(idOf('a/keys')).toBe(topicId('a/keys'))
  expect(idOf('a/other')).toBe(topicId('a/other'))
})
