import { useEffect, useMemo, useRef, useState } from 'react'
import { cardToAsk, groupBySet } from '../../engines/cards/session.ts'
import { gradeCurrent, startRun, undoLast } from '../../engines/cards/session-run.ts'
import { nameKeyOf } from '../../engines/items/name-book.ts'
import { isCredited, judge } from '../../engines/items/typed-answer.ts'
import type { Judgement, NameKey } from '../../engines/items/typed-answer.ts'
import type { Card } from '../../model/card.ts'
import type { Fact } from '../../model/fact.ts'
import { GRADES } from '../../model/memory.ts'
import type { Grade } from '../../model/memory.ts'
import type { Topic } from '../../model/topic.ts'
import { namesOf } from '../../stores/item-bank.ts'
import { useJournal, useServices } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { judgementText } from '../ui/judgement-text.ts'
import { Page } from '../ui/page.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { AnswerField } from './answer-field.tsx'
import styles from './cards.module.css'
import { CardFace } from './card-face.tsx'
import { FinishedView } from './finished-view.tsx'
import { GRADE_NAMES, GradeButtons } from './grade-buttons.tsx'

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
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  // The queue was planned once; what its facts say follows the notes, which may be edited meanwhile.
  const facts = useMemo(() => new Map(topics.flatMap((topic) => topic.facts.map((each) => [each.id, each]))), [topics])
  const sets = useMemo(() => groupBySet([...facts.values()]), [facts])
  const notes = useMemo(() => topics.flatMap((topic) => topic.notes), [topics])
  const [asked] = run.queue
  const fact = asked === undefined ? undefined : (facts.get(asked.id) ?? asked)
  const card = fact === undefined ? null : cardOf(fact)
  const name = useMemo(() => nameAsked(card, fact, topics), [card?.id, fact, topics])
  const canType = name !== null && !isRevealed
  const judgement = name !== null && isRevealed && isTyping ? judge(typed, name) : null

  function cardOf(of: Fact): Card | null {
    return cardToAsk(of, sets.get(of.set) ?? [], memories.get(of.id))
  }

  function grade(given: Grade) {
    if (card === null || !isRevealed) return
    journal.getState().record({ kind: 'reviewed', fact: card.fact, card: card.id, grade: given })
    setRun(gradeCurrent(run, given))
    setRevealed(false)
    setTyped('')
    setSaid('')
  }

  function show() {
    setRevealed(true)
  }

  function toggleTyping() {
    if (canType) setTyping(!isTyping)
  }

  function undo() {
    if (run.before.length === 0 || !journal.getState().undoReview()) return
    setRun(undoLast(run))
    setTyped('')
    setRevealed(true)
    setSaid('The last grade was taken back.')
  }

  useKeys({
    ' ': show,
    Enter: show,
    t: toggleTyping,
    u: undo,
    ...Object.fromEntries(GRADES.map((each, index) => [String(index + 1), () => grade(each)])),
  })

  if (fact === undefined || card === null) return <FinishedView graded={run.graded} onUndo={undo} />
  return (
    <Page title="Cards" width="narrow" isTall>
      <div className={styles['stage']}>
        <div className={styles['meta']}>
          <span>
            {run.graded.length} done, {run.queue.length} to go
          </span>
          <span aria-live="polite">{said}</span>
        </div>
        <CardFace
          card={card}
          fact={fact}
          notes={notes}
          isRevealed={isRevealed}
          verdict={judgement === null ? '' : adviceText(judgement)}
          field={
            isTyping && canType ? <AnswerField key={card.id} text={typed} onType={setTyped} onEnter={show} /> : null
          }
        />
        <div className={styles['foot']}>
          <div className={styles['controls']}>
            {isRevealed ? (
              <GradeButtons
                memory={memories.get(fact.id)}
                suggested={judgement === null ? null : suggestedBy(judgement)}
                onGrade={grade}
              />
            ) : (
              <ShowButton key={card.id} isFirst={!(isTyping && canType)} onShow={show} />
            )}
          </div>
          <ButtonRow>
            <Button look="quiet" onClick={undo} disabled={run.before.length === 0}>
              Undo
            </Button>
            <Button
              look="quiet"
              onClick={toggleTyping}
              disabled={!canType}
              aria-pressed={isTyping}
              aria-keyshortcuts="t"
            >
              Type the answer
            </Button>
            <span className={styles['hint']}>
              Space shows the answer, 1 to 4 grade it, U takes a grade back; T types a name.
            </span>
          </ButtonRow>
        </div>
      </div>
    </Page>
  )
}

/** The name that a card asks for; null where it asks for anything else, or where typing it would be unfair. */
function nameAsked(card: Card | null, fact: Fact | undefined, topics: readonly Topic[]): NameKey | null {
  const topic = topics.find(({ id }) => id === fact?.topic)
  if (card?.kind !== 'reverse' || fact === undefined || topic === undefined) return null
  return nameKeyOf(fact, `${fact.path.at(-1)} ${card.cue} ${card.front}`, namesOf(topic))
}

function suggestedBy(judgement: Judgement): Grade | null {
  if (judgement.kind === 'empty') return null
  return isCredited(judgement) ? 'good' : 'again'
}

function adviceText(judgement: Judgement): string {
  const grade = suggestedBy(judgement)
  return grade === null ? '' : `${judgementText(judgement)} Suggested grade: ${GRADE_NAMES[grade]}.`
}

/** Takes the focus with each new card, so that Space and screen readers start at the right place. */
function ShowButton({ isFirst, onShow }: { readonly isFirst: boolean; readonly onShow: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFirst) place.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [isFirst])
  return (
    <div ref={place} className={styles['show']}>
      <Button look="primary" onClick={onShow}>
        Show answer
      </Button>
    </div>
  )
}
