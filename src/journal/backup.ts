import * as v from 'valibot'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { Instant } from '../model/time.ts'
import { checksumOfText } from './checksum.ts'
import { readEvent } from './event.ts'
import type { JournalEvent } from './event.ts'
import { readCourse } from './saved-course.ts'
import { union } from './union.ts'

/** The name in each backup file. docs/backup-format.md describes the whole of it. */
const FORMAT = 'retain-backup'
const VERSION = 1

interface Backup {
  /** When it was made, as ISO 8601 in UTC; as it stands in the file. */
  readonly made: string
  /** In the order of time, each once. */
  readonly events: readonly JournalEvent[]
  readonly courses: readonly ImportedCourse[]
  /** Records that no version known here wrote. */
  readonly skipped: number
  /** Whether the events are those that the file was made with. */
  readonly isUnchanged: boolean
}

export type ReadBackup =
  | { readonly kind: 'read'; readonly backup: Backup }
  | { readonly kind: 'refused'; readonly why: 'no-json' | 'no-backup' | 'newer' }

const File = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  made: v.string(),
  events: v.array(v.unknown()),
  courses: v.optional(v.array(v.unknown()), []),
  checksum: v.optional(v.string()),
})

export function encodeBackup(
  events: readonly JournalEvent[],
  courses: readonly ImportedCourse[],
  made: Instant,
): string {
  const lines = `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]`
  const head = JSON.stringify({ format: FORMAT, version: VERSION, made: new Date(made).toISOString(), courses })
  return `${head.slice(0, -1)},"checksum":${JSON.stringify(sumOf(lines))},"events":${lines}}\n`
}

/** Reads a backup file's text. Never throws. */
export function readBackup(text: string): ReadBackup {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { kind: 'refused', why: 'no-json' }
  }
  const file = v.safeParse(File, data)
  if (!file.success) return { kind: 'refused', why: 'no-backup' }
  const { version, made, events, courses, checksum } = file.output
  if (version > VERSION) return { kind: 'refused', why: 'newer' }
  const known = events.flatMap((event) => readEvent(event) ?? [])
  const shelved = courses.flatMap((course) => readCourse(course) ?? [])
  const skipped = events.length - known.length + courses.length - shelved.length
  const isUnchanged =
    checksum === undefined || checksum === sumOf(text.slice(text.indexOf('"events":') + 9, text.lastIndexOf('}')))
  return { kind: 'read', backup: { made, events: union(known), courses: shelved, skipped, isUnchanged } }
}

function sumOf(text: string): string {
  return checksumOfText(text).toString(36)
}
