import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own with these files: path below it → text. The system clears it away. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'))
  for (const [path, text] of Object.entries(files)) writeIn(folder, path, text)
  return folder
}

/** Writes a file below the folder, or changes it. */
export function writeIn(folder: string, path: string, text: string): void {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
}
