import { Flag } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { FewerNote, ItemFilters } from './item-filters.tsx'
import { fits, marksOf, openIn, standingsOf } from './item-states.ts'
import type { ItemFilter } from './item-states.ts'
import styles from './lists.module.css'

interface Props {
  readonly attempt: RunningAttempt
  readonly items: ReadonlyMap<ItemId, Item>
  readonly isLocked: boolean
  readonly onVisit: (item: ItemId) => void
}

/** So much of a stem tells which item it is. */
const FIRST_WORDS = 72

/** What stands where, before the attempt is handed in. */
export function Review({ attempt, items, isLocked, onVisit }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [filter, setFilter] = useState<ItemFilter>('All')
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const standings = standingsOf(attempt, items)
  const shown = standings.filter((item) => fits(item, filter))
  return (
    <section className={styles['review']} aria-labelledby="review-title">
      <h2 id="review-title" ref={heading} tabIndex={-1}>
        Review
      </h2>
      <Summary {...openIn(standings)} />
      <p className={styles['keys']}>
        Keys: <kbd>E</kbd> leads to “Hand in”, <kbd>Esc</kbd> back to the item.
      </p>
      <FewerNote given={attempt.items.length} settings={attempt.settings} />
      <ItemFilters standings={standings} filter={filter} onFilter={setFilter} />
      {shown.length === 0 && <p className={styles['note']}>None.</p>}
      <ol className={styles['rows']}>
        {shown.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles['row']}
              data-state={item.state}
              disabled={isLocked || item.isUp}
              onClick={() => onVisit(item.id)}
            >
              <span className={styles['number']}>{item.number}</span>
              <span className={styles['words']}>{firstWords(items.get(item.id)?.stem)}</span>
              <span className={styles['marks']}>
                {marksOf(item).join(', ')}
                {item.isFlagged && <Flag size={16} aria-hidden />}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Summary({ unanswered, partial, flagged }: ReturnType<typeof openIn>) {
  return (
    <div className={styles['summary']}>
      <p>
        {unanswered === 0
          ? 'Every item is answered.'
          : unanswered === 1
            ? '1 item is not answered; it counts as wrong, and a guess costs nothing.'
            : `${unanswered} items are not answered; they count as wrong, and a guess costs nothing.`}
      </p>
      {partial > 0 && (
        <p>
          {partial === 1 ? '1 item is answered in part' : `${partial} items are answered in part`}; only a whole answer
          can be right.
        </p>
      )}
      <p>{flagged} flagged.</p>
    </div>
  )
}

function firstWords(stem: string | undefined): string {
  if (stem === undefined) return 'The notes of this question have changed.'
  if (stem.length <= FIRST_WORDS) return stem
  const cut = stem.slice(0, FIRST_WORDS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), FIRST_WORDS / 2))}…`
}
