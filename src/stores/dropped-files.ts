import type { ChosenFile } from './read-files.ts'

/** The files of a drop, those in dropped folders among them. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly ChosenFile[]> {
  // Entries have to be taken before anything is awaited: the list is emptied when the event is over.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  return isFolder(entry) ? (await Promise.all((await childrenOf(entry)).map(filesIn))).flat() : []
}

/** A folder tells its children a hundred at a time, and is asked until it tells none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const next = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (next.length === 0) break
    children.push(...next)
  }
  return children.toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
