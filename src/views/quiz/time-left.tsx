import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { passTime, timeLeft, timeLeftFor } from '../../engines/exam/passing-time.ts'
import { limitOf } from '../../model/attempt.ts'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { AttemptRun } from '../../stores/attempt-run.ts'
import { Button } from '../ui/button.tsx'
import styles from './runner-bar.module.css'
import { useSpent } from './use-passing.ts'

const MINUTE = 60_000
const HURRY = MINUTE
/** From here on the clock is in sight, as in a test centre. */
const SHOWN_AGAIN = 5 * MINUTE
const WARNINGS = [30 * MINUTE, 15 * MINUTE, 5 * MINUTE]

interface Props {
  readonly attempt: RunningAttempt
  readonly run: AttemptRun
  /** The learner wants it out of sight. */
  readonly isHidden: boolean
  readonly onHide: () => void
  readonly onWarn: (text: string) => void
}

/** The clock of an attempt. It shows what the attempt's own time says; ticks only repaint it. */
export function TimeLeft({ attempt, run, isHidden, onHide, onWarn }: Props) {
  const limit = limitOf(attempt.settings, attempt.items.length)
  const spent = useSpent({ run }, limit !== null)
  const left = timeLeft(attempt, spent)
  useWarnings(left, limit, onWarn)
  if (left === null) return <span className={styles['time']}>No limit</span>
  const isShort = left <= SHOWN_AGAIN
  const isCovered = isHidden && !isShort
  const own = timeLeftFor(passTime(attempt, spent), attempt.current)
  return (
    <>
      <span className={styles['time']}>
        <span
          className={left < HURRY ? styles['hurry'] : undefined}
          data-testid="time-left"
          data-ms={left}
          role="timer"
          aria-label="Time left"
        >
          {isCovered ? 'Time hidden' : clockText(left)}
        </span>
        {own !== null && !isCovered && (
          <span className={styles['own']}>
            item{' '}
            <span data-testid="item-time-left" data-ms={own} role="timer" aria-label="Time left for this item">
              {clockText(own)}
            </span>
          </span>
        )}
      </span>
      <Button
        aria-label={isCovered ? 'Show the clock' : 'Hide the clock'}
        aria-keyshortcuts="h"
        aria-disabled={isShort}
        onClick={isShort ? undefined : onHide}
      >
        {isCovered ? <Eye size={18} aria-hidden /> : <EyeOff size={18} aria-hidden />}
      </Button>
    </>
  )
}

/** Says when little time is left: once for each mark that is passed, and once for several passed asleep. */
function useWarnings(left: number | null, limit: number | null, onWarn: (text: string) => void): void {
  const before = useRef(left)
  useEffect(() => {
    const last = before.current
    before.current = left
    if (left === null || last === null || limit === null || left === 0) return
    if (!WARNINGS.some((mark) => mark < limit && mark < last && left <= mark)) return
    const minutes = Math.ceil(left / MINUTE)
    onWarn(minutes === 1 ? '1 minute left.' : `${minutes} minutes left.`)
  }, [left])
}

function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
