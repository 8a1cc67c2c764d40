import { Flag, Pause } from 'lucide-react'
import { answeredIn } from '../../model/attempt.ts'
import { Button } from '../ui/button.tsx'
import styles from './runner-bar.module.css'
import { TimeLeft } from './time-left.tsx'
import type { Sitting } from './use-sitting.ts'

interface Props {
  readonly sitting: Sitting
  readonly isClockHidden: boolean
  readonly onHideClock: () => void
  /** What belongs to the item in front is out of reach. */
  readonly isAway: boolean
}

/** What is always in sight: where one is, how much time is left. */
export function RunnerBar({ sitting, isClockHidden, onHideClock, isAway }: Props) {
  const { attempt, run, index, isHeld } = sitting
  const answered = answeredIn(attempt.answers)
  const isFlagged = attempt.flags.has(attempt.current)
  return (
    <div className={styles['bar']}>
      <span className={styles['place']}>
        <span>
          Item {index + 1} of {attempt.items.length}
        </span>
        <span data-testid="answered-total" data-count={answered}>
          {answered} answered
        </span>
      </span>
      <TimeLeft attempt={attempt} run={run} isHidden={isClockHidden} onHide={onHideClock} onWarn={sitting.tell} />
      {attempt.settings.mode === 'practice' && (
        <Button
          onClick={sitting.pause}
          disabled={isHeld === false || attempt.isPaused}
          aria-label="Pause"
          aria-keyshortcuts="p"
        >
          <Pause size={18} aria-hidden />
        </Button>
      )}
      <Button
        aria-pressed={isFlagged}
        onClick={sitting.flag}
        disabled={isHeld === false || isAway}
        aria-keyshortcuts="f"
      >
        <Flag size={18} aria-hidden />
        <span className={styles['label']}>{isFlagged ? 'Flagged' : 'Flag'}</span>
      </Button>
    </div>
  )
}
