import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The texts of all notes in a folder and below it.
 *
 * @param {string} folder
 */
export function notesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
