import { unreachable } from '../../model/unreachable.ts'
import type { JournalState } from '../../stores/journal-store.ts'
import { useJournal } from '../../stores/services.ts'
import styles from './shell.module.css'

/** Says what is not kept, and what the person can do about it. */
export function TroublesBanner() {
  const troubles = useJournal((state) => state.troubles)
  return (
    <div role="status">
      {troubles.map((trouble) => (
        <p key={trouble.kind} className={styles['trouble']}>
          {textOf(trouble)}
        </p>
      ))}
    </div>
  )
}

type StorageTrouble = JournalState['troubles'][number]

function textOf(trouble: StorageTrouble): string {
  switch (trouble.kind) {
    case 'blocked':
      return 'Your browser does not let this page store anything. You can study, but nothing you do is kept once you close it. Allow storage for this site, or leave private mode.'
    case 'full':
      return `The browser’s storage for this site is full: ${trouble.unsaved === 1 ? 'your last answer is' : `your last ${trouble.unsaved} answers are`} not kept yet. Keep this page open, and free some space; it is tried again with each answer.`
    case 'unreadable':
      return `${trouble.lines === 1 ? 'One stored record' : `${trouble.lines} stored records`} could not be read: damaged, or written by a newer version. Everything else is here; the originals were left as they are.`
    default:
      return unreachable(trouble)
  }
}
