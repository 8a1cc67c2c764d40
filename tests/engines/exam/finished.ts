import fc from 'fast-check'
import { advance } from '../../../src/engines/exam/advance.ts'
import { CONFIDENCES } from '../../../src/model/attempt.ts'
import type { Attempt, AttemptAction, AttemptSettings, FinishedAttempt, Outcome } from '../../../src/model/attempt.ts'
import { handedIn, one, started, three, two } from './attempts.ts'

/** An attempt that was handed in after nine minutes with these outcomes, after what was done in it. */
export function finished(
  outcomes: readonly Outcome[],
  settings: Partial<AttemptSettings> = {},
  actions: readonly AttemptAction[] = [],
): FinishedAttempt {
  const end = [...actions, handedIn(9, outcomes)].reduce<Attempt>(advance, started(settings))
  if (end.phase === 'running') throw new Error('Expected the attempt to be over')
  return end
}

const outcomes = fc
  .tuple(...[one, two, three].map((item) => fc.tuple(fc.constant(item), fc.boolean(), fc.option(fc.nat(2)))))
  .chain((all) => fc.subarray(all))
  .chain((some) =>
    fc.tuple(
      ...some.map(([item, correct, domain]) =>
        fc.option(fc.constantFrom(...CONFIDENCES)).map((confidence): Outcome => {
          const said = { ...(domain !== null && { domain }), ...(confidence !== null && { confidence }) }
          return { item, facts: [], correct, guess: 0.25, ...said }
        }),
      ),
    ),
  )

/** Any end of an attempt: some items could not be graded, some do not count. */
export const graded: fc.Arbitrary<FinishedAttempt> = fc
  .tuple(outcomes, fc.subarray([one, two, three]))
  .map(([some, unscored]) => finished(some, { unscored }))
