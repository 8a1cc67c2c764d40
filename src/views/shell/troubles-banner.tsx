import { unreachable } from '../../model/unreachable.ts'
import type { JournalState } from '../../stores/journal-store.ts'
import { useJournal } from '../../stores/services.ts'
import { Button } from '../ui/button.tsx'
import styles from './shell.module.css'

/** Says what is not kept, and what the person can do about it. */
export function TroublesBanner() {
  const troubles = useJournal(({ keeping }) => keeping.troubles)
  return (
    <div role="status">
      {troubles.map((trouble) => (
        <div key={textOf(trouble)} className={styles['trouble']}>
          <p>{textOf(trouble)}</p>
          {trouble.kind === 'outdated' && <Button onClick={() => location.reload()}>Load the page again</Button>}
        </div>
      ))}
    </div>
  )
}

type StorageTrouble = JournalState['keeping']['troubles'][number]

function textOf(trouble: StorageTrouble): string {
  switch (trouble.kind) {
    case 'blocked':
      return 'Your browser does not let this page store anything. You can study, but nothing you do is kept once you close it. Allow storage for this site, or leave private mode.'
    case 'full':
      return `The browser’s storage for this site is full: ${trouble.unsaved === 1 ? 'your last answer is' : `your last ${trouble.unsaved} answers are`} not kept yet. Keep this page open, and free some space; it is tried again with each answer.`
    case 'one-copy':
      return trouble.without === 'database'
        ? `The browser ${REFUSES[trouble.why]} the second copy of your answers. They are kept, but the last seconds could be lost if the browser crashes.`
        : `The browser ${REFUSES[trouble.why]} the copy of your answers that is read first. They are kept in the second one, and appear a moment after the page.`
    case 'unreadable':
      return `${trouble.records === 1 ? 'One stored record' : `${trouble.records} stored records`} could not be read: damaged, or written by a newer version. Everything else is here; the originals were left as they are. “Check my data” in the settings looks closer.`
    case 'outdated':
      return 'A newer version of Retain is in use in this browser. This page writes nothing any more, so that it can harm nothing: load it again to go on.'
    case 'healed':
      return trouble.from === 'database'
        ? `${answers(trouble.events)} that the browser had lost, in a crash perhaps, came back from the second copy.`
        : `The second copy of your answers had lost ${answers(trouble.events).toLowerCase()}; they were put back.`
    default:
      return unreachable(trouble)
  }
}

const REFUSES = { blocked: 'does not let this page keep', full: 'has no room for' } as const

function answers(count: number): string {
  return count === 1 ? 'One answer' : `${count} answers`
}
