import { expect, test } from 'vitest'
import { learn } from '../../../src/engines/memory/evidence.ts'
import type { Evidence } from '../../../src/engines/memory/evidence.ts'
import { stageOf } from '../../../src/engines/memory/stage.ts'
import type { ReviewedMemory, Stage } from '../../../src/model/memory.ts'
import { instant, studyDay } from '../../../src/model/time.ts'

const right: Evidence = { kind: 'graded', grade: 'good' }
const wrong: Evidence = { kind: 'graded', grade: 'again' }

/** The stage of a fact on a day, after answers on other days. */
function stageAfter(on: number, ...answers: readonly (readonly [number, Evidence])[]): Stage {
  const memory = answers.reduce<ReviewedMemory | undefined>(
    (before, [day, evidence]) => learn(before, evidence, instant(day * 86_400_000), studyDay(day)),
    undefined,
  )
  return stageOf(memory, studyDay(on))
}

test('a fact that was never answered is new', () => {
  expect(stageAfter(1)).toBe('new')
})

test('a fact whose last answer was wrong is new, however well it was known', () => {
  expect(stageAfter(1, [1, wrong])).toBe('new')
  expect(stageAfter(60, [1, right], [4, right], [20, right], [60, wrong])).toBe('new')
})

test('a fact that was wrong and then right on the same day is still new: it would be forgotten by tomorrow', () => {
  expect(stageAfter(1, [1, wrong], [1, right])).toBe('new')
})

test('a fact that was recalled is stable, and so is one that a right choice of four says is known', () => {
  expect(stageAfter(1, [1, right])).toBe('stable')
  expect(stageAfter(2, [1, { kind: 'answered', correct: true, guess: 0.25 }])).toBe('stable')
})

test('a fact held for three weeks is strong until it is due again', () => {
  const answers = [
    [1, right],
    [4, right],
    [16, right],
  ] as const
  expect(stageAfter(17, ...answers)).toBe('strong')
  expect(stageAfter(300, ...answers)).toBe('stable')
})
