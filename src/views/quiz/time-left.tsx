import { useEffect, useState } from 'react'
import { timeLeft } from '../../engines/exam/advance.ts'
import type { RunningAttempt } from '../../model/attempt.ts'
import { useServices } from '../../stores/services.ts'
import styles from './runner.module.css'

const TICK = 250
const HURRY = 60_000

/** The clock of an attempt. It shows what the deadline says; ticks only repaint it. */
export function TimeLeft({ attempt, onEnd }: { readonly attempt: RunningAttempt; readonly onEnd: () => void }) {
  const { clock } = useServices()
  const [now, setNow] = useState(clock.now)
  const left = timeLeft(attempt, now)
  useEffect(() => {
    if (attempt.deadline === null) return
    const timer = setInterval(() => setNow(clock.now()), TICK)
    return () => clearInterval(timer)
  }, [attempt.deadline, clock])
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
