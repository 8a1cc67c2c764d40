import { useEffect, useMemo, useRef, useState } from 'react'
import { passTime } from '../../engines/exam/passing-time.ts'
import { limitOf } from '../../model/attempt.ts'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { PlaceAtAttempt } from '../../stores/use-attempt-run.ts'

const TICK = 250
/** A page that looks on leaves it to the other one to hand in, unless that one sleeps or is gone. */
const GRACE = 2_000

/** Milliseconds of the attempt's time, as of the last tick: ticks only repaint. */
export function useSpent({ run }: Pick<PlaceAtAttempt, 'run'>, isTimed: boolean): number {
  const [spent, setSpent] = useState(run.spent)
  useEffect(() => {
    if (!isTimed) return
    const timer = setInterval(() => setSpent(run.spent()), TICK)
    return () => clearInterval(timer)
  }, [isTimed, run])
  return spent
}

/**
 * The attempt as time passes: where items have a limit of their own, the next one comes in front when it is up.
 *
 * @param kept The attempt as the journal tells it. Only a change of the item in front gives another one.
 * @param onEnd When the time of the whole is up, also if it was when the page was opened.
 */
export function usePassing(
  kept: RunningAttempt,
  { run, isHeld }: Pick<PlaceAtAttempt, 'run' | 'isHeld'>,
  onEnd: () => void,
): RunningAttempt {
  const [turn, setTurn] = useState(0)
  const hasItemLimit = kept.settings.secondsPerItem !== null
  const attempt = useMemo(() => (hasItemLimit ? passTime(kept, run.spent()) : kept), [kept, run, hasItemLimit, turn])
  const limit = limitOf(kept.settings, kept.items.length)
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })
  useEffect(() => {
    if (limit === null) return
    const last = limit + (isHeld === true ? 0 : GRACE)
    function look() {
      const spent = run.spent()
      if (spent >= last) latest.current()
      else if (hasItemLimit && passTime(kept, spent).current !== attempt.current) setTurn((before) => before + 1)
    }
    look()
    const timer = setInterval(look, TICK)
    return () => clearInterval(timer)
  }, [kept, attempt, run, isHeld])
  return attempt
}
