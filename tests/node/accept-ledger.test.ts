import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BAD, GOOD, run } from './run-notes.ts'
import { folderWith, writeIn } from './temporary-folder.ts'

test('--accept writes the ledger, and later accepts what was renamed since', async () => {
  const folder = folderWith({ 'a/security.md': GOOD, 'b/other.md': GOOD })
  const ledger = join(folder, 'a/ledger.jsonl')
  const first = await run(folder, '--accept')
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toMatch(/a\/ledger\.jsonl: 12 facts, no renames accepted\.\n.*b\/ledger\.jsonl: 12 facts/)
  expect(readFileSync(ledger, 'utf8').trimEnd().split('\n')).toHaveLength(12)
  writeIn(folder, 'a/security.md', GOOD.replace('| Macie |', '| Amazon Macie |').replace('| Finds |', '| Purpose |'))
  const warned = await run(join(folder, 'a'))
  expect(warned.code).toBe(0)
  expect(warned.err).toContain('warning renamed-fact: ')
  expect((await run(join(folder, 'a'), '--accept')).out).toContain('12 facts, 5 renames accepted.')
  expect((await run(join(folder, 'a'))).err).toBe('')
})

test('--accept forgets nothing while the notes have errors', async () => {
  const folder = folderWith({ 'a/security.md': GOOD })
  await run(join(folder, 'a'), '--accept')
  const ledger = readFileSync(join(folder, 'a/ledger.jsonl'), 'utf8')
  writeIn(folder, 'a/security.md', BAD)
  const { code, out, err } = await run(join(folder, 'a'), '--accept')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('error in the notes')
  expect(readFileSync(join(folder, 'a/ledger.jsonl'), 'utf8')).toBe(ledger)
})

test('one file has no ledger', async () => {
  const folder = folderWith({ 'a/security.md': GOOD })
  const { code, err } = await run(join(folder, 'a/security.md'), '--accept')
  expect(code).toBe(2)
  expect(err).toContain('A ledger belongs to the folder of a course')
})
