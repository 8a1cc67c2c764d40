import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORMER_NAMES, OTHER_NAMES, SERVICE_NAMES, SPELLINGS } from './service-names.ts'

/** The course that comes with the app, line by line, without the addresses and titles of pages that it links to. */
const FOLDER = 'content/aif-c01'
const lines = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) =>
    readFileSync(join(FOLDER, path), 'utf8')
      .split('\n')
      .map((text, index) => ({ place: `${path}:${index + 1}`, text: text.replace(/\[[^\]]*\]\([^)]*\)/g, '') })),
  )

/** Where a thing stands that a pattern finds and a check refuses. */
function found(pattern: RegExp, isRight: (rest: string, text: string) => boolean): readonly string[] {
  return lines.flatMap(({ place, text }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isRight(text.slice(index), text))
      .map(({ index }) => `${place}: ${text.slice(index, index + 50)}`),
  )
}

test('every service is called by a name that AWS uses', () => {
  const names = [...SERVICE_NAMES, ...OTHER_NAMES]
  const isKnown = (rest: string): boolean =>
    names.some((name) => rest.startsWith(name) && !/[A-Za-z0-9]/.test(rest.charAt(name.length).replace(/s/, '')))
  expect(found(/\b(?:Amazon|AWS) (?=[A-Z])/g, isKnown)).toEqual([])
})

test('names of services and methods are spelled as their makers spell them', () => {
  for (const name of SPELLINGS) {
    // In code, and in names that are code, letters are small.
    const pattern = new RegExp(`(?<![\\w:./-])${name}(?![\\w:./-])`, 'gi')
    expect(found(pattern, (rest, text) => rest.startsWith(name) || text.includes('`'))).toEqual([])
  }
})

test('a name that AWS has given up stands only where the text says so', () => {
  const isSaid = (_rest: string, text: string): boolean => /former|renamed|old name|was called|lives on|today|\bnow\b|e56|occur in questions|Amazon SageMaker AI|Amazon Q Developer/i.test(text)
  for (const [pattern] of FORMER_NAMES) {
    expect(found(pattern, isSaid).filter((line) => !/^(?:domain-5|course)\.md/.test(line))).toEqual([])
  }
})
