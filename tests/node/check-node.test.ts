import { expect, test } from 'vitest'
import { isNewEnough } from '../../src/node/check-node.mjs'

test.each(['20.19.0', '20.20.2', '21.0.0', '22.12.0', '100.0.0'])('Node %s is new enough', (version) => {
  expect(isNewEnough(version)).toBe(true)
})

test.each(['20.18.3', '20.9.0', '20.2.0', '18.20.4', '9.20.0', ''])('Node “%s” is not', (version) => {
  expect(isNewEnough(version)).toBe(false)
})
