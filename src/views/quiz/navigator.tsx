import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { FewerNote, ItemFilters } from './item-filters.tsx'
import { fits, nameOf, openIn, standingsOf } from './item-states.ts'
import type { ItemFilter } from './item-states.ts'
import styles from './lists.module.css'

interface Props {
  readonly attempt: RunningAttempt
  readonly items: ReadonlyMap<ItemId, Item>
  readonly onVisit: (item: ItemId) => void
  readonly onClose: () => void
  readonly onReview: () => void
  /** What is told meanwhile: the rest of the page is out of reach. */
  readonly notice: ReactNode
}

/** All items of the attempt with their state, and the way to the review before it is handed in. */
export function Navigator({ attempt, items, onVisit, onClose, onReview, notice }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [filter, setFilter] = useState<ItemFilter>('All')
  useEffect(() => {
    dialog.current?.showModal()
    // The way to the neighbours begins at the item in front.
    dialog.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [])

  /** Closed by itself, the dialog gives the focus back to where it was; its event comes too late for the next key. */
  function close(then: () => void = onClose) {
    dialog.current?.close()
    then()
  }

  const standings = standingsOf(attempt, items)
  const { unanswered, flagged } = openIn(standings)
  return (
    <dialog
      ref={dialog}
      className={styles['navigator']}
      aria-labelledby="navigator-title"
      onCancel={() => close()}
      onClose={onClose}
    >
      <h2 id="navigator-title">Navigator</h2>
      <p>
        {unanswered === 0 ? 'Every item is answered.' : `${unanswered} not answered.`} {flagged} flagged.
      </p>
      <FewerNote given={attempt.items.length} settings={attempt.settings} />
      <ItemFilters standings={standings} filter={filter} onFilter={setFilter} />
      <ol className={styles['cells']}>
        {standings
          .filter((item) => fits(item, filter))
          .map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className={item.isFlagged ? `${styles['cell']} ${styles['flagged']}` : styles['cell']}
                data-state={item.state}
                aria-label={nameOf(item)}
                disabled={item.isUp}
                {...(item.id === attempt.current && { 'aria-current': 'true' as const })}
                onClick={() => close(() => onVisit(item.id))}
              >
                {item.number}
              </button>
            </li>
          ))}
      </ol>
      <div className={styles['ends']}>
        <ButtonRow>
          <Button look="primary" onClick={() => close(onReview)}>
            Review
          </Button>
          <Button onClick={() => close()}>Go on</Button>
        </ButtonRow>
      </div>
      {notice}
    </dialog>
  )
}
