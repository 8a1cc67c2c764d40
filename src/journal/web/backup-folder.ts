import type { DBSchema } from 'idb'

const DATABASE = 'retain/backup-folder'
const STORE = 'folders'
const KEY = 'kept'

/** The name of the file in the folder. */
export const BACKUP_FILE = 'retain-backup.json'

/** A file in it: what of the browser's handle is used. */
export interface BackupFile {
  readonly getFile: () => Promise<File>
  /** What is written takes the place of the file when it is closed, as a whole. */
  readonly createWritable: () => Promise<{
    readonly write: (content: Blob) => Promise<void>
    readonly close: () => Promise<void>
    /** Leaves the file as it was. */
    readonly abort: () => Promise<void>
  }>
}

/** A folder of the person's own, as the browser hands it out. */
export interface BackupFolder {
  readonly name: string
  readonly getFileHandle: (name: string, how: { readonly create: true }) => Promise<BackupFile>
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

interface Place extends DBSchema {
  readonly folders: { readonly key: string; readonly value: BackupFolder }
}

/** Remembers which folder the person picked. Where none was ever picked, nothing is fetched or created. */
export class BackupFolders {
  async read(): Promise<BackupFolder | null> {
    if (!(await isThere())) return null
    const database = await openPlace()
    const folder = await database.get(STORE, KEY)
    database.close()
    return folder ?? null
  }

  async put(folder: BackupFolder): Promise<void> {
    const database = await openPlace()
    await database.put(STORE, folder, KEY)
    database.close()
  }

  async clear(): Promise<void> {
    if (!(await isThere())) return
    const database = await openPlace()
    await database.clear(STORE)
    database.close()
  }
}

/** Browsers that cannot tell are asked for the database itself. */
async function isThere(): Promise<boolean> {
  const known = await indexedDB.databases?.()
  return known === undefined || known.some(({ name }) => name === DATABASE)
}

async function openPlace() {
  const { openDB } = await import('idb')
  return openDB<Place>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE)
    },
  })
}
