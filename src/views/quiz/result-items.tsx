import { useMemo, useState } from 'react'
import { listsOf } from '../../engines/exam/analysis.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { RESULT_LISTS } from '../../model/result-list.ts'
import type { ResultList } from '../../model/result-list.ts'
import { Button } from '../ui/button.tsx'
import { ListActions } from './result-actions.tsx'
import { ItemResult } from './result-item.tsx'
import styles from './result.module.css'

const NAMES: Readonly<Record<ResultList, string>> = {
  all: 'All',
  wrong: 'Not right',
  flagged: 'Flagged',
  lucky: 'Lucky',
  slow: 'Slow',
  'sure-wrong': 'Sure but wrong',
}

const MEANINGS: Partial<Readonly<Record<ResultList, string>>> = {
  lucky: 'Right, although you guessed or were unsure.',
  slow: 'More than one and a half times as long as there is for a question.',
  'sure-wrong': 'You were sure, and it was not right: these are worth the most.',
}

interface Props {
  readonly attempt: FinishedAttempt
  readonly items: ReadonlyMap<ItemId, Item>
}

/** The items of the attempt, all or a part of them, and what can be done about that part. */
export function ResultItems({ attempt, items }: Props) {
  const [list, setList] = useState<ResultList>('all')
  const lists = useMemo(() => listsOf(attempt), [attempt])
  const outcomes = useMemo(() => new Map(attempt.outcomes.map((outcome) => [outcome.item, outcome])), [attempt])
  const places = useMemo(() => new Map(attempt.items.map((item, index) => [item, index])), [attempt.items])
  const offered = RESULT_LISTS.filter((each) => each === 'all' || each === 'wrong' || lists[each].length > 0)
  return (
    <section className={styles['questions']} aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      <div className={styles['filters']} role="group" aria-label="Show">
        {offered.map((each) => (
          <Button key={each} aria-pressed={list === each} onClick={() => setList(each)}>
            {NAMES[each]} ({lists[each].length})
          </Button>
        ))}
      </div>
      {MEANINGS[list] !== undefined && <p className={styles['meaning']}>{MEANINGS[list]}</p>}
      <ListActions attempt={attempt} list={list} />
      {lists[list].length === 0 ? (
        <p>Every question was right.</p>
      ) : (
        <ol className={styles['items']}>
          {lists[list].map((id) => (
            <li key={id}>
              <ItemResult
                attempt={attempt}
                index={places.get(id) ?? 0}
                item={items.get(id)}
                outcome={outcomes.get(id)}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
