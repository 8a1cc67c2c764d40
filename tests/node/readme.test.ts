import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from './run-notes.ts'

test('the README says of the questions of the built-in course what the audit finds', async () => {
  const { out } = await run('content/aif-c01', '--emit', 'audit')
  const readme = readFileSync('README.md', 'utf8').replace(/ {2,}/g, ' ')
  const tricks = out
    .split(/Of \d+ authored/)[0]
    ?.split('\n')
    .filter((line) => line.endsWith(' % |') && !/first|second|third|last option/.test(line))
  expect(tricks).toHaveLength(10)
  for (const line of tricks ?? []) expect(readme).toContain(line)
  const rows = [...out.matchAll(/^\| aif-c01\/domain-\d \|(?: \d+ \|){3} (\d+) \| (\d+) \|/gm)]
  const [items, authored] = [1, 2].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0))
  expect(readme).toContain(`come ${((items ?? 0) - (authored ?? 0)).toLocaleString('en')} questions of the four`)
  expect(readme).toContain(`and ${authored} more were written`)
})
