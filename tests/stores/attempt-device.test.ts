import { expect, test } from 'vitest'
import { optionIdOf } from '../../src/model/ids.ts'
import { item } from '../engines/exam/exam-items.ts'
import { AttemptDevice, fail } from './attempt-device.ts'

const MINUTE = 60_000
const question = item('i1', ['f1'])
const [a, b] = [optionIdOf('a'), optionIdOf('b')]

/** An exam on pages of which the later ones have names that come first. */
function exam(): AttemptDevice {
  return new AttemptDevice({ mode: 'exam', minutes: 90, seed: 1 }, [question], ['a', 'z'])
}

const held = ({ tabs: [tab] }: AttemptDevice) => tab ?? fail('Expected a page')

test('after the clock was set back and the page was reloaded, the later answer holds', () => {
  const device = exam()
  device.passed += MINUTE
  held(device).record({ kind: 'answered', item: question.id, chosen: [a] })
  device.setBy -= 60 * MINUTE
  device.tick(false)
  device.close(held(device))
  device.open().record({ kind: 'answered', item: question.id, chosen: [b] })
  device.passed += MINUTE
  expect(held(device).attempt().answers.get(question.id)).toEqual([b])
  device.close(held(device))
  expect(device.open().attempt().answers.get(question.id)).toEqual([b])
})

test.each(['paints first', 'looks first'])('asleep out of sight, the time passes in a page that %s', (first) => {
  const device = exam()
  device.open()
  device.hide(20 * MINUTE, true, first === 'paints first')
  for (const { spent } of device.tabs) expect(spent()).toBe(20 * MINUTE)
})
