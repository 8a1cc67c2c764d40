import { createContext, use, useContext } from 'react'
import { useStore } from 'zustand'
import type { AttemptPlace } from '../journal/web/attempt-lock.ts'
import type { AttemptId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { BackupStep } from './backup-store.ts'
import type { Clock } from './clock.ts'
import type { CourseState, CourseStore } from './course-store.ts'
import type { FolderBackupStep } from './folder-backup.ts'
import type { ImportState, ImportStore } from './import-store.ts'
import type { JournalState, JournalStore } from './journal-store.ts'
import type { Upkeep } from './upkeep.ts'

/** Where the items of attempts are kept as they were asked. */
export interface AskedItems {
  readonly put: (attempt: AttemptId, items: readonly Item[]) => Promise<void>
  readonly get: (attempt: AttemptId) => Promise<readonly Item[] | null>
  /** Undefined where `get` has to look. */
  readonly peek: (attempt: AttemptId) => readonly Item[] | null | undefined
}

/** What the views get from the composition root. */
export interface Services {
  readonly journal: JournalStore
  readonly courses: CourseStore
  /** Fetched when it is first asked for; the same promise each time. */
  readonly imports: () => Promise<ImportStore>
  readonly clock: Clock
  /** Milliseconds of a clock that nobody sets. */
  readonly steady: () => number
  /** The items of attempts as they were asked. */
  readonly asked: AskedItems
  /** Lets one page at a time work on an attempt. */
  readonly placeAt: (attempt: AttemptId, onChange: (isHeld: boolean) => void) => AttemptPlace
  /** The same promise each time. */
  readonly upkeep: () => Promise<Upkeep>
  /** Chance, for seeds and names: the only place it enters. */
  readonly random: () => number
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('Expected the app to provide its services')
  return services
}

export function useJournal<T>(select: (state: JournalState) => T): T {
  return useStore(useServices().journal, select)
}

export function useCourses<T>(select: (state: CourseState) => T): T {
  return useStore(useServices().courses, select)
}

export function useBackup(upkeep: Upkeep): BackupStep {
  return useStore(upkeep.backup, ({ step }) => step)
}

export function useFolderBackup(upkeep: Upkeep): FolderBackupStep {
  return useStore(upkeep.folderBackup, ({ step }) => step)
}

/** Waits until it is fetched. */
export function useImports<T>(select: (state: ImportState) => T): T {
  return useStore(use(useServices().imports()), select)
}
