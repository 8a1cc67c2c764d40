import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Card } from '../../model/card.ts'
import type { Fact } from '../../model/fact.ts'
import { factPage } from '../../model/page.ts'
import type { Note } from '../../model/topic.ts'
import { InlineText } from '../ui/inline-text.tsx'
import styles from './cards.module.css'

interface Props {
  readonly card: Card
  readonly fact: Fact
  readonly notes: readonly Note[]
  readonly isRevealed: boolean
  /** How what was typed turned out; empty where nothing was. */
  readonly verdict: string
  /** Where the answer can be typed, while it is hidden. */
  readonly field: ReactNode
}

/** Length from which a front is set smaller, to stay in view on a phone. */
const LONG = 120

/** The card: its front and, when shown, its answer with what stands beside it in the notes. */
export function CardFace({ card, fact, notes, isRevealed, verdict, field }: Props) {
  const beside = notes.filter(({ id }) => fact.notes.includes(id))
  const back = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // The front of a long card fills the window: its answer comes into view, the next card begins at the top.
    if (isRevealed) back.current?.scrollIntoView({ block: 'nearest' })
    else document.documentElement.scrollTop = 0
  }, [isRevealed, card.id])
  return (
    <article className={styles['card']} data-testid="card" data-side={isRevealed ? 'back' : 'front'} aria-label="Card">
      <div>
        <p className={styles['cue']}>
          {fact.path.at(-1)} · {card.cue}
        </p>
        <p className={card.front.length > LONG ? `${styles['front']} ${styles['long']}` : styles['front']}>
          {card.front}
        </p>
        <div role="status" className={styles['verdict']}>
          {verdict}
        </div>
      </div>
      {!isRevealed && field}
      {isRevealed && (
        <div ref={back} className={styles['back']} aria-live="polite">
          <p className={styles['answer']}>{card.back}</p>
          {beside.map((note) => (
            <p key={note.id} className={styles['note']}>
              <InlineText text={note.text} />
            </p>
          ))}
          <p className={styles['place']}>
            <Link to={factPage(fact.id)}>Open in the notes</Link>
          </p>
        </div>
      )}
    </article>
  )
}
