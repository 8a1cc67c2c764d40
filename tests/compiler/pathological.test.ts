import { expect, test } from 'vitest'
import { PATHOLOGICAL } from '../../src/node/bench/pathological.ts'
import { compiled } from './compiled.ts'

const MANY = 2000

test.each(PATHOLOGICAL)('$name: two thousand of them are read, and no word is lost', ({ make }) => {
  expect(JSON.stringify(compiled(make(MANY)).value)).toContain('kept')
})
