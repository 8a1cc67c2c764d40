import type { AttemptAction, AttemptMode, Feedback, HandInReason } from '../../model/attempt.ts'
import { checksumOfText } from '../checksum.ts'
import type { RenameMap } from '../follow-renames.ts'
import type { Theme } from '../settings.ts'

/** The first byte of a checkpoint. */
export const CHECKPOINT_MAGIC = 0x43

export const THEMES: readonly Theme[] = ['system', 'light', 'dark']
export const MODES: readonly AttemptMode[] = ['practice', 'exam']
export const REASONS: readonly HandInReason[] = ['learner', 'time']
export const FEEDBACKS: readonly Feedback[] = ['at-once', 'at-end']
export const ACTIONS: readonly AttemptAction['kind'][] = [
  'answered',
  'flagged',
  'struck',
  'rated',
  'visited',
  'checked',
  'paused',
  'resumed',
  'clock-read',
  'handed-in',
]

/**
 * What a checkpoint holds for: packs, names of facts, and the build of the app that counted. Another build may count in
 * another way, so it counts anew.
 */
export function basisOf(build: string, packs: readonly string[], names: RenameMap): string {
  return [build, ...packs.toSorted(), checksumOfText(JSON.stringify([...names])).toString(36)].join('\n')
}

/**
 * Bytes as text for localStorage, a unit each: more units than a pack takes, but they are read in half the time, and
 * browsers store them as bytes.
 */
export function textOfCheckpoint(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The bytes again. Units that are no bytes become others, which the checksums tell. */
export function bytesOfCheckpoint(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return bytes
}
