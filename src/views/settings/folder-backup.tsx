import { useRef } from 'react'
import { unreachable } from '../../model/unreachable.ts'
import type { FolderBackupStep } from '../../stores/folder-backup.ts'
import { useFolderBackup } from '../../stores/services.ts'
import type { Upkeep } from '../../stores/upkeep.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import styles from './settings.module.css'

/** A backup in a folder of the person's own, which the app keeps up to date. Not there where the browser has no way to it. */
export function FolderBackup({ upkeep }: { readonly upkeep: Upkeep }) {
  const step = useFolderBackup(upkeep)
  const { choose, allow, sync, stop } = upkeep.folderBackup.getState()
  const place = useRef<HTMLElement>(null)
  if (step.kind === 'unsupported') return null
  /** The button may be gone after it; the focus stays in this part. */
  function go(work: () => Promise<void>) {
    place.current?.focus()
    void work()
  }
  const isWorking = step.kind === 'working'
  return (
    <section ref={place} tabIndex={-1} aria-labelledby="folder-backup" className={styles['status']}>
      <h3 id="folder-backup">In a folder of yours</h3>
      <p role="status">{textOf(step)}</p>
      <ButtonRow>
        {step.kind === 'none' && <Button onClick={() => go(choose)}>Choose a folder…</Button>}
        {step.kind === 'locked' && <Button onClick={() => go(allow)}>Allow it again</Button>}
        {(isWorking || step.kind === 'kept' || step.kind === 'stuck') && (
          <Button disabled={isWorking} onClick={() => go(sync)}>
            Bring it up to date now
          </Button>
        )}
        {step.kind === 'stuck' && <Button onClick={() => go(choose)}>Choose another folder…</Button>}
        {step.kind !== 'none' && (
          <Button look="quiet" disabled={isWorking} onClick={() => go(stop)}>
            Stop
          </Button>
        )}
      </ButtonRow>
    </section>
  )
}

function textOf(step: Exclude<FolderBackupStep, { kind: 'unsupported' }>): string {
  switch (step.kind) {
    case 'none':
      return 'The app can keep a backup file up to date by itself while it is open. In a folder that your devices share, it also takes in what you did on the others.'
    case 'locked':
      return `The backup in “${step.name}” is not kept up to date: the browser asks you to allow it once more.`
    case 'working':
      return `Bringing the backup in “${step.name}” up to date…`
    case 'kept':
      return `The backup in “${step.name}” was up to date at ${new Date(step.at).toLocaleTimeString([], { timeStyle: 'short' })}. It is looked at again when you open the app or leave it.`
    case 'stuck':
      return `The backup in “${step.name}” could not be brought up to date: ${step.why}`
    default:
      return unreachable(step)
  }
}
