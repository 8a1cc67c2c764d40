import { checksumOfText } from './checksum.ts'

/**
 * One step a change of the format in which pieces of the journal are stored, oldest first: step `n` turns a piece of
 * format `n + 1` into one of format `n + 2`. A released step is never edited; somebody's browser still holds what it
 * reads. Nothing is migrated in place: old pieces are read through the steps, and stay until they are packed.
 */
const STEPS: readonly ((piece: string) => string)[] = [
  // 1 → 2: lines had no checksums, so that damage which left valid JSON behind went unseen.
  (piece) =>
    piece
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${checksumOfText(line).toString(36)} ${line}\n`)
      .join(''),
  // 2 → 3: attempts tell their own time, what was ruled out and how sure the learner was. Nothing that was written
  // before reads otherwise; older versions learn by the number that they would not understand what comes now.
  (piece) => piece,
]

/** The format that this version of the app writes. */
export const FORMAT = STEPS.length + 1

/** Brings a piece of an older format up to date. */
export function migrated(piece: string, from: number): string {
  return STEPS.slice(from - 1).reduce((old, step) => step(old), piece)
}
