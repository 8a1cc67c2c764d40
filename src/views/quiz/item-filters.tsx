import type { AttemptSettings } from '../../model/attempt.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { fits, ITEM_FILTERS } from './item-states.ts'
import type { ItemFilter, ItemStanding } from './item-states.ts'
import styles from './lists.module.css'

interface Props {
  readonly standings: readonly ItemStanding[]
  readonly filter: ItemFilter
  readonly onFilter: (filter: ItemFilter) => void
}

/** Which items a list shows, and how many there are of each kind. */
export function ItemFilters({ standings, filter, onFilter }: Props) {
  return (
    <div role="group" aria-label="Show" className={styles['filters']}>
      <ButtonRow>
        {ITEM_FILTERS.map((each) => (
          <Button key={each} aria-pressed={each === filter} onClick={() => onFilter(each)}>
            {each} ({standings.filter((item) => fits(item, each)).length})
          </Button>
        ))}
      </ButtonRow>
    </div>
  )
}

/** Says so where the notes gave fewer items than were wanted. */
export function FewerNote({ given, settings }: { readonly given: number; readonly settings: AttemptSettings }) {
  if (given >= settings.wanted) return null
  return (
    <p className={styles['note']}>
      The notes give {given} {given === 1 ? 'question' : 'questions'} for this; {settings.wanted} were asked for.
    </p>
  )
}
