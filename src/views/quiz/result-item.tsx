import type { FinishedAttempt, Outcome } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { Exhibit } from '../ui/exhibit.tsx'
import { durationText } from '../ui/figures-text.ts'
import { Explanation } from './explanation.tsx'
import styles from './result.module.css'

interface Props {
  readonly attempt: FinishedAttempt
  readonly index: number
  readonly item: Item | undefined
  readonly outcome: Outcome | undefined
}

/** One item of a result; opened, it is explained. */
export function ItemResult({ attempt, index, item, outcome }: Props) {
  if (item === undefined) return <p>Item {index + 1}: the notes it was made from have changed.</p>
  const isCorrect = outcome?.correct ?? false
  return (
    <details className={styles['item']}>
      <summary>
        <span className={`${styles['mark']} ${isCorrect ? styles['right'] : styles['wrong']}`}>
          {index + 1}. {isCorrect ? 'Right' : 'Not right'}
        </span>
        <span>
          {item.stem}
          <span className={styles['notes']}>{notesOn(attempt, item.id, outcome).join(' · ')}</span>
        </span>
      </summary>
      <div className={styles['inner']}>
        <Exhibit of={item} />
        <Explanation
          item={item}
          chosen={attempt.answers.get(item.id) ?? []}
          seed={attempt.settings.seed}
          isCorrect={isCorrect}
        />
      </div>
    </details>
  )
}

const SAID = { sure: 'you were sure', unsure: 'you were unsure', guess: 'you guessed' } as const

/** What else there is to say of an item, in few words. */
export function notesOn(attempt: FinishedAttempt, item: ItemId, outcome: Outcome | undefined): readonly string[] {
  const time = attempt.times.get(item)
  const confidence = outcome?.confidence ?? attempt.confidences.get(item)
  return [
    time === undefined ? '' : durationText(time),
    confidence === undefined ? '' : SAID[confidence],
    attempt.flags.has(item) ? 'flagged' : '',
    attempt.settings.unscored.includes(item) ? 'did not count' : '',
  ].filter((note) => note !== '')
}
