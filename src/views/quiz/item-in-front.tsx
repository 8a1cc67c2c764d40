import type { RefObject } from 'react'
import { Explanation } from './explanation.tsx'
import { ItemForm } from './item-form.tsx'
import styles from './runner.module.css'
import type { Sitting } from './use-sitting.ts'

interface Props {
  readonly place: RefObject<HTMLDivElement | null>
  readonly sitting: Sitting
  readonly onCheck: () => void
}

/** The item in front of the learner, explained once it was checked. */
export function ItemInFront({ place, sitting, onCheck }: Props) {
  const { attempt, item, index, outcome, chosen, isHeld } = sitting
  const { current, settings } = attempt
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={styles['item']}
      data-testid="item"
      data-index={index + 1}
      data-item={current}
    >
      {item === undefined ? (
        <p>The notes this question was made from have changed. It is not counted.</p>
      ) : (
        <ItemForm
          // What is being typed here gives way to what was typed on the page that took over, and the other way round.
          key={`${current} ${isHeld === false}`}
          item={item}
          seed={settings.seed}
          chosen={chosen}
          struck={attempt.struck.get(current)}
          isLocked={outcome !== undefined || isHeld === false}
          onAnswer={sitting.answer}
          onDraft={sitting.draft}
          onCheck={onCheck}
          onStrike={sitting.strike}
        />
      )}
      {item !== undefined && outcome !== undefined && (
        <div className={styles['explained']} role="status">
          <Explanation item={item} chosen={chosen ?? []} seed={settings.seed} isCorrect={outcome.correct} />
        </div>
      )}
    </div>
  )
}
