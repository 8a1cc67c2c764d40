import { ChevronLeft, ChevronRight, LayoutGrid } from 'lucide-react'
import { timeLeftFor } from '../../engines/exam/passing-time.ts'
import { CONFIDENCES } from '../../model/attempt.ts'
import type { Confidence } from '../../model/attempt.ts'
import { Button } from '../ui/button.tsx'
import styles from './runner-foot.module.css'
import type { Sitting } from './use-sitting.ts'

const WORDS: Readonly<Record<Confidence, string>> = { sure: 'Sure', unsure: 'Unsure', guess: 'Guess' }

interface Props {
  readonly sitting: Sitting
  readonly isAway: boolean
  readonly onCheck: () => void
  readonly onNavigate: () => void
  readonly onReview: () => void
}

/** What is done with an item, and the ways to the others. It stays where it is, whatever the item. */
export function RunnerFoot({ sitting, isAway, onCheck, onNavigate, onReview }: Props) {
  const { attempt, index, outcome, visit } = sitting
  const [before, after] = [attempt.items[index - 1], attempt.items[index + 1]]
  const isLocked = isAway || sitting.isHeld === false
  return (
    <>
      <ConfidenceRow sitting={sitting} isLocked={isLocked || outcome !== undefined || sitting.item === undefined} />
      <div className={styles['buttons']}>
        <Button
          onClick={() => visit(before)}
          disabled={isLocked || before === undefined || timeLeftFor(attempt, before) === 0}
        >
          <ChevronLeft size={18} aria-hidden />
          <span className={styles['label']}>Previous</span>
        </Button>
        <Button onClick={onNavigate} disabled={isLocked} aria-keyshortcuts="n">
          <LayoutGrid size={18} aria-hidden />
          <span className={styles['label']}>Navigator</span>
        </Button>
        {attempt.settings.feedback === 'at-once' ? (
          // Checked, it does nothing any more, but keeps the focus that it has.
          <Button
            data-check=""
            onClick={onCheck}
            disabled={isLocked || sitting.isBlank}
            aria-disabled={outcome !== undefined}
          >
            {outcome === undefined ? 'Check' : 'Checked'}
          </Button>
        ) : (
          <span />
        )}
        {after === undefined ? (
          <Button look="primary" onClick={onReview} disabled={isLocked} aria-keyshortcuts="r">
            Review
          </Button>
        ) : (
          <Button look="primary" onClick={() => visit(after)} disabled={isLocked || timeLeftFor(attempt, after) === 0}>
            Next
            <ChevronRight size={18} aria-hidden />
          </Button>
        )}
      </div>
    </>
  )
}

/** Optional; pressed once more, it is taken back. */
function ConfidenceRow({ sitting, isLocked }: { readonly sitting: Sitting; readonly isLocked: boolean }) {
  const { attempt, rate } = sitting
  const said = attempt.confidences.get(attempt.current)
  return (
    <div role="group" aria-labelledby="how-sure" className={styles['confidence']}>
      <span id="how-sure" className={styles['label']}>
        How sure are you?
      </span>
      {CONFIDENCES.map((each) => (
        <Button
          key={each}
          aria-pressed={each === said}
          aria-keyshortcuts={each.slice(0, 1)}
          disabled={isLocked}
          onClick={() => rate(each)}
        >
          {WORDS[each]}
        </Button>
      ))}
    </div>
  )
}

/** At the review. Nothing stands where the button was that led there: a second press of it hands nothing in. */
export function ReviewFoot({
  sitting,
  onBack,
  onHandIn,
}: {
  readonly sitting: Sitting
  readonly onBack: () => void
  readonly onHandIn: () => void
}) {
  const isLocked = sitting.isHeld === false
  return (
    <div className={styles['buttons']}>
      <Button data-hand-in="" look="primary" aria-keyshortcuts="e" onClick={onHandIn} disabled={isLocked}>
        Hand in
      </Button>
      <Button onClick={onBack}>Back to item {sitting.index + 1}</Button>
    </div>
  )
}
