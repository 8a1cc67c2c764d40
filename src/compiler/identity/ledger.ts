import { factIdOf } from '../../model/ids.ts'
import type { FactId } from '../../model/ids.ts'
import type { Rename } from '../../model/renames.ts'
import { isPlain, partsOf } from './fingerprint.ts'
import type { Fingerprint, Mark } from './fingerprint.ts'

/** The file of a course's folder that remembers its facts. */
export const LEDGER_FILE = 'ledger.jsonl'

/** A ledger, as text. */
export interface LedgerFile {
  /** From the project's root: `content/aif-c01/ledger.jsonl`. */
  readonly path: string
  readonly text: string
}

interface KnownFact {
  readonly print: Fingerprint
  /** Its line in the ledger, from 1. */
  readonly line: number
}

/** What a course remembers of the facts that it held. */
export interface Ledger {
  readonly facts: readonly KnownFact[]
  readonly renames: readonly Rename[]
  /** Lines that are none of a ledger, from 1. */
  readonly broken: readonly number[]
}

/**
 * Reads a ledger: JSON Lines in the order of ids, so that a change of one fact is a change of one line.
 *
 * `{"id":…,"mark":…}` is a fact; `{"id":…,"now":…}` a name that a fact bore, and the one it bears now.
 */
export function readLedger(text: string): Ledger {
  const facts: KnownFact[] = []
  const renames: Rename[] = []
  const broken: number[] = []
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue
    const entry = entryOf(content)
    if (entry === null) broken.push(index + 1)
    else if ('now' in entry) renames.push([entry.id, entry.now])
    else facts.push({ print: entry, line: index + 1 })
  }
  // A rename that was written down by hand settles what became of the fact.
  const settled = new Set(renames.map(([old]) => old))
  return { facts: facts.filter(({ print }) => !settled.has(print.id)), renames, broken }
}

export function writeLedger(facts: readonly Fingerprint[], renames: readonly Rename[]): string {
  const lines = [...facts.map(factLine), ...renames.map(([id, now]): Entry => ({ id, now }))]
  const sorted = lines.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  return sorted.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

type Entry = Readonly<Record<string, string>> & { readonly id: string }

function factLine({ id, attribute, subject, value, under }: Fingerprint): Entry {
  const mark = [value.whole, value.size, value.sample.join('') || '-', under].join(' ')
  return {
    id,
    mark,
    // Words that the id has only in part.
    ...(isPlain(attribute) ? {} : { attribute }),
    ...(isPlain(subject) ? {} : { subject }),
  }
}

function entryOf(line: string): Fingerprint | { readonly id: FactId; readonly now: FactId } | null {
  const fields = textsIn(line)
  const [name, now, mark] = [fields.get('id'), fields.get('now'), fields.get('mark')]
  const id = factIdOf(name ?? '')
  const parts = partsOf(id)
  if (parts === null) return null
  if (now !== undefined) return partsOf(factIdOf(now)) === null ? null : { id, now: factIdOf(now) }
  const read = markIn(mark ?? '')
  if (read === null) return null
  const { attribute, subject } = parts
  return {
    ...parts,
    ...read,
    id,
    attribute: fields.get('attribute') ?? attribute,
    subject: fields.get('subject') ?? subject,
  }
}

function markIn(text: string): { readonly value: Mark; readonly under: string } | null {
  const [, whole, size, words, under] = /^([\da-z]+) (\d+) (-|(?:[\da-z]{3})+) ([\da-z]+)$/.exec(text) ?? []
  if (whole === undefined || size === undefined || words === undefined || under === undefined) return null
  return { value: { whole, size: Number(size), sample: words.match(/[\da-z]{3}/g) ?? [] }, under }
}

/** The fields of a JSON object that are texts; none when the line is no such object. */
function textsIn(line: string): ReadonlyMap<string, string> {
  try {
    const data: unknown = JSON.parse(line)
    const fields = typeof data === 'object' && data !== null ? Object.entries(data) : []
    return new Map(
      fields.flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    )
  } catch {
    return new Map()
  }
}
