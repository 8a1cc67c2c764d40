import { useEffect, useRef } from 'react'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import styles from './runner.module.css'

interface Props {
  readonly attempt: RunningAttempt
  readonly onVisit: (item: ItemId) => void
  readonly onClose: () => void
  readonly onHandIn: () => void
}

/** All items of the attempt with their state, and the way to hand it in. */
export function Navigator({ attempt, onVisit, onClose, onHandIn }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  /** Closed by itself, the dialog gives the focus back to where it was; its event comes too late for the next key. */
  function close() {
    dialog.current?.close()
    onClose()
  }

  const open = attempt.items.filter((item) => !attempt.answers.has(item)).length
  return (
    <dialog
      ref={dialog}
      className={styles['navigator']}
      aria-labelledby="navigator-title"
      onCancel={close}
      onClose={onClose}
    >
      <h2 id="navigator-title">Navigator</h2>
      <p>
        {open === 0 ? 'Every item is answered.' : `${open} not answered.`} {attempt.flags.size} flagged.
      </p>
      <ol className={styles['cells']}>
        {attempt.items.map((item, index) => {
          const state = attempt.answers.has(item) ? 'answered' : attempt.seen.has(item) ? 'seen' : 'unseen'
          const isFlagged = attempt.flags.has(item)
          const isCurrent = item === attempt.current
          return (
            <li key={item}>
              <button
                type="button"
                className={isFlagged ? `${styles['cell']} ${styles['flagged']}` : styles['cell']}
                data-state={state}
                aria-label={`Item ${index + 1}, ${state}${isFlagged ? ', flagged' : ''}`}
                {...(isCurrent && { 'aria-current': 'true' as const })}
                onClick={() => onVisit(item)}
              >
                {index + 1}
              </button>
            </li>
          )
        })}
      </ol>
      <ButtonRow>
        <Button look="primary" onClick={onHandIn}>
          Hand in
        </Button>
        <Button onClick={close}>Go on</Button>
      </ButtonRow>
    </dialog>
  )
}
