import { useRef, useState } from 'react'
import type { ChangeEvent } from 'react'
import type { BackupStep } from '../../stores/backup-store.ts'
import { useBackup, useJournal, useServices } from '../../stores/services.ts'
import type { Upkeep } from '../../stores/upkeep.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { Panel } from '../ui/panel.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useFocusAt } from '../ui/use-focus-at.ts'
import { BackupPreviewView } from './backup-preview.tsx'
import { Copies } from './copies.tsx'
import { FolderBackup } from './folder-backup.tsx'
import styles from './settings.module.css'

const REFUSALS: Readonly<Record<Extract<BackupStep, { kind: 'refused' }>['why'], string>> = {
  'no-json': 'This file is no backup: it is not JSON. Choose a file whose name begins with “retain-backup”.',
  'no-backup': 'This file is no backup of Retain. Choose a file whose name begins with “retain-backup”.',
  newer: 'This backup was made by a newer version of Retain. Load this page again to get that version.',
  'too-large': 'This file is larger than any backup of Retain can be.',
  damaged: 'This file is damaged: it cannot be unpacked. Try another copy of it.',
}

/** Backups in files, and the copies that the app makes by itself. */
export function BackupPanel({ upkeep }: { readonly upkeep: Upkeep }) {
  const step = useBackup(upkeep)
  const place = useFocusAt(step.kind)
  return (
    <Panel aria-labelledby="backup">
      <h2 id="backup">Backup</h2>
      <MakeBackup upkeep={upkeep} />
      <ChooseBackup upkeep={upkeep} />
      <div ref={place} tabIndex={-1} className={styles['status']}>
        <div role="status">
          <StepText step={step} upkeep={upkeep} />
        </div>
        {step.kind === 'preview' && <BackupPreviewView preview={step.preview} store={upkeep.backup} />}
      </div>
      <FolderBackup upkeep={upkeep} />
      <Copies upkeep={upkeep} />
    </Panel>
  )
}

function MakeBackup({ upkeep }: { readonly upkeep: Upkeep }) {
  const { clock } = useServices()
  const last = useJournal(({ learned }) => learned.backup)
  const reviews = useJournal(({ learned }) => learned.reviews)
  const [isMaking, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  async function make() {
    setMaking(true)
    setTrouble(null)
    try {
      const file = await upkeep.backup.getState().make()
      const day = new Date(clock.now()).toISOString().slice(0, 10)
      saveFile(`retain-backup-${day}.json${file.type === 'application/gzip' ? '.gz' : ''}`, file)
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
    setMaking(false)
  }
  return (
    <>
      <p>
        {last === null
          ? 'One file with all you did and the notes you brought. There is none yet: clearing this site’s data would erase everything.'
          : `The last one was made on ${dateText(last.at)}; ${since(reviews - last.reviews)} graded since.`}
      </p>
      <ButtonRow>
        <Button look="primary" disabled={isMaking} onClick={() => void make()}>
          Download a backup
        </Button>
      </ButtonRow>
      {trouble !== null && <p role="alert">The backup could not be made: {trouble}</p>}
    </>
  )
}

function since(cards: number): string {
  return cards === 0 ? 'no card was' : cards === 1 ? 'one card was' : `${cards} cards were`
}

function ChooseBackup({ upkeep }: { readonly upkeep: Upkeep }) {
  const input = useRef<HTMLInputElement>(null)
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    target.value = ''
    if (file !== undefined) void upkeep.backup.getState().open(file, file.name)
  }
  return (
    <>
      <ButtonRow>
        <Button onClick={() => input.current?.click()}>Open a backup…</Button>
      </ButtonRow>
      <p className={styles['quiet']}>
        From this device or another one. You see what would change before anything does, and can take it back.
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.gz,application/json,application/gzip"
        aria-label="Backup file"
        onChange={choose}
      />
    </>
  )
}

function StepText({ step, upkeep }: { readonly step: BackupStep; readonly upkeep: Upkeep }) {
  const { undo, cancel } = upkeep.backup.getState()
  switch (step.kind) {
    case 'reading':
      return <p>Reading the backup…</p>
    case 'refused':
      return <p>{REFUSALS[step.why]} Nothing was changed.</p>
    case 'broken':
      return <p>That did not work: {step.message} Nothing was lost.</p>
    case 'done':
      return (
        <>
          <p>
            {step.way === 'merge'
              ? 'Merged: what was in the backup is here as well.'
              : 'Restored: everything is as it was in the backup.'}
          </p>
          <ButtonRow>
            <Button onClick={() => void undo()}>Undo</Button>
            <Button look="quiet" onClick={cancel}>
              Fine
            </Button>
          </ButtonRow>
        </>
      )
    case 'undone':
      return <p>Taken back: everything is as it was before.</p>
    default:
      return null
  }
}
