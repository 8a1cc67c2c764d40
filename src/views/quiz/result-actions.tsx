import { useMemo, useRef, useState } from 'react'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { missedQuizPage } from '../../model/page.ts'
import type { ResultList } from '../../model/result-list.ts'
import { dueNow, makeDue } from '../../stores/make-due.ts'
import { missedIn } from '../../stores/missed.ts'
import { useServices } from '../../stores/services.ts'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { countText } from '../ui/figures-text.ts'
import styles from './result.module.css'

interface Props {
  readonly attempt: FinishedAttempt
  readonly list: ResultList
}

/** What was said last, and how to take back what was done. */
interface Told {
  readonly text: string
  readonly undo: (() => void) | null
}

/** What can be done about a part of the attempt: ask it again at once, or have it come up among the cards. */
export function ListActions({ attempt, list }: Props) {
  const { journal, clock } = useServices()
  const { facts, items } = useMemo(() => missedIn(attempt, list), [attempt, list])
  const [told, setTold] = useState<Told | null>(null)
  const makes = useRef<HTMLButtonElement>(null)

  const undo = told?.undo ?? null

  function make() {
    const back = makeDue(facts, journal)
    const due = dueNow(facts, journal, clock)
    setTold({ text: `${countText(due, 'fact is', 'facts are')} due now.`, undo: back })
  }

  function takeBack(back: () => void) {
    back()
    setTold({ text: 'Taken back: they are due when they were before.', undo: null })
    makes.current?.focus()
  }

  return (
    <div className={styles['screen']}>
      <ButtonRow>
        {facts.length + items.length > 0 && (
          <ButtonLink to={missedQuizPage(attempt.id, list)}>Practise these</ButtonLink>
        )}
        {facts.length > 0 && (
          <Button ref={makes} onClick={make}>
            Make these due
          </Button>
        )}
        <span className={styles['told']}>
          <span role="status">{told?.text}</span>
          {undo !== null && (
            <Button look="quiet" onClick={() => takeBack(undo)}>
              Undo
            </Button>
          )}
        </span>
      </ButtonRow>
    </div>
  )
}
