import { useEffect, useRef } from 'react'
import { preview } from '../../engines/memory/scheduler.ts'
import { GRADES, NEW } from '../../model/memory.ts'
import type { Grade, Memory, ReviewedMemory } from '../../model/memory.ts'
import { today } from '../../stores/clock.ts'
import { useServices } from '../../stores/services.ts'
import { Button } from '../ui/button.tsx'
import styles from './cards.module.css'

export const GRADE_NAMES: Readonly<Record<Grade, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' }

interface Props {
  readonly memory: ReviewedMemory | undefined
  /** The grade that a typed answer speaks for. */
  readonly suggested: Grade | null
  readonly onGrade: (grade: Grade) => void
}

/** The four grades, each with the day the fact would come back. */
export function GradeButtons({ memory, suggested, onGrade }: Props) {
  const { clock } = useServices()
  const on = today(clock)
  const next = preview(memory ?? NEW, clock.now(), on)
  // The first answer of the day has set the schedule; the rest of the day is practice.
  const isPractice = isSeenOn(memory ?? NEW, on)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className={styles['grades']} role="group" aria-label="How well did you recall it?">
      {GRADES.map((grade, index) => (
        <Button
          key={grade}
          data-suggested={grade === suggested}
          onClick={() => onGrade(grade)}
          aria-keyshortcuts={String(index + 1)}
        >
          {GRADE_NAMES[grade]}
          <span className={styles['interval']}>{isPractice ? 'practice' : daysText(next[grade].dueOn - on)}</span>
        </Button>
      ))}
    </div>
  )
}

function isSeenOn(memory: Memory, on: number): boolean {
  return memory.kind === 'reviewed' && memory.reviewedOn >= on
}

/** "1 day", "3 weeks", "5 months": as exact as a plan needs. */
function daysText(days: number): string {
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  if (days < 61) return `${Math.round(days / 7)} weeks`
  return `${Math.round(days / 30.4)} months`
}
