import { useEffect, useState } from 'react'
import { timeLeft } from '../../engines/exam/passing-time.ts'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { AttemptRun } from '../../stores/attempt-run.ts'
import styles from './runner.module.css'

const TICK = 250
const HURRY = 60_000

interface Props {
  readonly attempt: RunningAttempt
  readonly run: AttemptRun
  readonly onEnd: () => void
}

/** The clock of an attempt. It shows what the attempt's own time says; ticks only repaint it. */
export function TimeLeft({ attempt, run, onEnd }: Props) {
  const [spent, setSpent] = useState(run.spent)
  const left = timeLeft(attempt, spent)
  const isTimed = left !== null
  useEffect(() => {
    if (!isTimed) return
    const timer = setInterval(() => setSpent(run.spent()), TICK)
    return () => clearInterval(timer)
  }, [isTimed, run])
  useEffect(() => {
    if (left === 0) onEnd()
  }, [left])
  if (left === null) return <span className={styles['time']}>No limit</span>
  return (
    <span
      className={left < HURRY ? `${styles['time']} ${styles['hurry']}` : styles['time']}
      data-testid="time-left"
      data-ms={left}
      role="timer"
      aria-label="Time left"
    >
      {clockText(left)}
    </span>
  )
}

function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
