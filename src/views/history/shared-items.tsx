import { sharedItems } from '../../engines/exam/trend.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { countText } from '../ui/figures-text.ts'
import { Panel } from '../ui/panel.tsx'
import styles from './history.module.css'

interface Props {
  readonly before: FinishedAttempt
  readonly since: FinishedAttempt
  readonly items: ReadonlyMap<ItemId, Item>
}

/** What became of the questions that both attempts asked. */
export function SharedItems({ before, since, items }: Props) {
  const { count, gained, lost } = sharedItems(before, since)
  const same = count - gained.length - lost.length
  return (
    <Panel aria-labelledby="shared">
      <h2 id="shared">Questions in both</h2>
      <p>
        {count === 0
          ? 'The two attempts have no question in common.'
          : `${countText(count, 'question')} in both; ${same} turned out as before.`}
      </p>
      <Turned name="Not right before, right since" ids={gained} items={items} />
      <Turned name="Right before, not right since" ids={lost} items={items} />
    </Panel>
  )
}

interface TurnedProps {
  readonly name: string
  readonly ids: readonly ItemId[]
  readonly items: ReadonlyMap<ItemId, Item>
}

function Turned({ name, ids, items }: TurnedProps) {
  if (ids.length === 0) return null
  return (
    <>
      <h3>
        {name} ({ids.length})
      </h3>
      <ul className={styles['stems']}>
        {ids.map((id) => (
          <li key={id}>{items.get(id)?.stem ?? 'A question that the notes no longer hold'}</li>
        ))}
      </ul>
    </>
  )
}
