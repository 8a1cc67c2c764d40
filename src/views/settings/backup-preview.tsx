import type { BackupPreview, BackupStore } from '../../stores/backup-store.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import styles from './settings.module.css'

interface Props {
  readonly preview: BackupPreview
  readonly store: BackupStore
}

/** What a backup would change, and the ways to go on. */
export function BackupPreviewView({ preview, store }: Props) {
  const { apply, cancel } = store.getState()
  const { missing, asleep, extra, courses, skipped, isUnchanged } = preview
  const hasNews = isSome(missing) || asleep > 0 || courses.length > 0
  return (
    <section aria-labelledby="backup-preview" className={styles['preview']}>
      <h3 id="backup-preview">{preview.from}</h3>
      <ul className={styles['list']}>
        <li>Made on {madeText(preview.made)}.</li>
        <li>{isSome(missing) ? `New in it: ${textOf(missing)}.` : 'It has nothing new.'}</li>
        {asleep > 0 && <li>{asleep} records that are here, but were set aside, would count again.</li>}
        {courses.length > 0 && <li>Notes that are not here: {courses.map(({ title }) => title).join(', ')}.</li>}
        <li>{isSome(extra) ? `Only here, not in it: ${textOf(extra)}.` : 'It has all that is here.'}</li>
        {skipped > 0 && <li>{skipped} of its records cannot be read by this version; they are left out.</li>}
        {!isUnchanged && <li>Its contents were changed since it was made. What is well-formed is used.</li>}
      </ul>
      <ButtonRow>
        <Button look="primary" disabled={!hasNews} onClick={() => void apply('merge')}>
          Merge: add what is missing
        </Button>
        <Button disabled={!hasNews && !isSome(extra)} onClick={() => void apply('replace')}>
          Restore: go back to it
        </Button>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
      </ButtonRow>
    </section>
  )
}

function isSome({ cards, quizzes, others }: BackupPreview['missing']): boolean {
  return cards + quizzes + others > 0
}

function madeText(made: string): string {
  const at = new Date(made)
  return Number.isNaN(at.getTime()) ? 'an unknown day' : at.toLocaleString()
}

function textOf({ cards, quizzes, others }: BackupPreview['missing']): string {
  const parts = [
    cards > 0 ? `${cards} graded ${cards === 1 ? 'card' : 'cards'}` : null,
    quizzes > 0 ? `${quizzes} ${quizzes === 1 ? 'quiz' : 'quizzes'}` : null,
    others > 0 ? `${others} other ${others === 1 ? 'record' : 'records'} (answers, flags, settings)` : null,
  ]
  return new Intl.ListFormat('en').format(parts.filter((part) => part !== null))
}
