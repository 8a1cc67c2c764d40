import { useEffect, useMemo, useRef, useState } from 'react'
import { cardToAsk, groupBySet } from '../../engines/cards/session.ts'
import { gradeCurrent, startRun, undoLast } from '../../engines/cards/session-run.ts'
import type { Card } from '../../model/card.ts'
import type { Fact } from '../../model/fact.ts'
import { GRADES } from '../../model/memory.ts'
import type { Grade } from '../../model/memory.ts'
import type { Topic } from '../../model/topic.ts'
import { useJournal, useServices } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { useKeys } from '../ui/use-keys.ts'
import styles from './cards.module.css'
import { CardFace } from './card-face.tsx'
import { FinishedView } from './finished-view.tsx'
import { GradeButtons } from './grade-buttons.tsx'

interface Props {
  readonly topics: readonly Topic[]
  readonly queue: readonly Fact[]
}

/** Asks the cards of a session one by one. */
export function SessionView({ topics, queue }: Props) {
  const { journal } = useServices()
  const memories = useJournal(({ learned }) => learned.memories)
  const [run, setRun] = useState(() => startRun(queue))
  const [isRevealed, setRevealed] = useState(false)
  const [said, setSaid] = useState('')
  // The queue was planned once; what its facts say follows the notes, which may be edited meanwhile.
  const facts = useMemo(() => new Map(topics.flatMap((topic) => topic.facts.map((each) => [each.id, each]))), [topics])
  const sets = useMemo(() => groupBySet([...facts.values()]), [facts])
  const notes = useMemo(() => topics.flatMap((topic) => topic.notes), [topics])
  const [asked] = run.queue
  const fact = asked === undefined ? undefined : (facts.get(asked.id) ?? asked)
  const card = fact === undefined ? null : cardOf(fact)

  function cardOf(of: Fact): Card | null {
    return cardToAsk(of, sets.get(of.set) ?? [], memories.get(of.id))
  }

  function grade(given: Grade) {
    if (card === null || !isRevealed) return
    journal.getState().record({ kind: 'reviewed', fact: card.fact, card: card.id, grade: given })
    setRun(gradeCurrent(run, given))
    setRevealed(false)
    setSaid('')
  }

  function undo() {
    if (run.before.length === 0 || !journal.getState().undoReview()) return
    setRun(undoLast(run))
    setRevealed(true)
    setSaid('The last grade was taken back.')
  }

  useKeys({
    ' ': () => setRevealed(true),
    Enter: () => setRevealed(true),
    u: undo,
    ...Object.fromEntries(GRADES.map((each, index) => [String(index + 1), () => grade(each)])),
  })

  if (fact === undefined || card === null) return <FinishedView graded={run.graded} onUndo={undo} />
  return (
    <Page title="Cards" width="narrow">
      <div className={styles['stage']}>
        <div className={styles['meta']}>
          <span>
            {run.graded.length} done, {run.queue.length} to go
          </span>
          <span aria-live="polite">{said}</span>
        </div>
        <CardFace card={card} fact={fact} notes={notes} isRevealed={isRevealed} />
        <div className={styles['controls']}>
          {isRevealed ? (
            <GradeButtons memory={memories.get(fact.id)} onGrade={grade} />
          ) : (
            <ShowButton key={card.id} onShow={() => setRevealed(true)} />
          )}
        </div>
        <ButtonRow>
          <Button look="quiet" onClick={undo} disabled={run.before.length === 0}>
            Undo
          </Button>
          <span className={styles['hint']}>Space shows the answer, 1 to 4 grade it, U takes a grade back.</span>
        </ButtonRow>
      </div>
    </Page>
  )
}

/** Takes the focus with each new card, so that Space and screen readers start at the right place. */
function ShowButton({ onShow }: { readonly onShow: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} className={styles['show']}>
      <Button look="primary" onClick={onShow}>
        Show answer
      </Button>
    </div>
  )
}
