import { expect, test } from 'vitest'
import { PATHOLOGICAL } from '../../src/node/bench/pathological.ts'
import { compiled } from './compiled.ts'

/** So many that time which grows with their square is felt: the limit of a test is then passed. */
const MANY = 2000

test.each(PATHOLOGICAL)('$name: two thousand of them are read, and no word is lost', ({ make }) => {
  expect(JSON.stringify(compiled(make(MANY)).value)).toContain('kept')
})
