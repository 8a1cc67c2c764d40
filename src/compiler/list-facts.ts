import type { FactId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { clozeOf } from './cloze.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import type { MarkdownEntry } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

export interface ListReading {
  readonly place: Place
  readonly writer: FactWriter
  readonly lines: SourceLines
  readonly noQuiz: boolean
  readonly ordered: boolean
  /** What the list is a list of: the sentence before it. Null when nothing introduces it. */
  readonly name: string | null
}

const TRAPS = /\b(?:traps?|pitfalls?|mistakes?|confus|versus|vs\.?)\b/i

/** Writes the facts of a list's entries, entry by entry. */
export function entryFacts(entries: readonly MarkdownEntry[], reading: ListReading): readonly (readonly FactId[])[] {
  const { place, writer, name, ordered } = reading
  const set = writer.set(place, name ?? place.title)
  return entries.map((entry, position) => {
    const text = textOf(entry)
    const shared = {
      source: reading.lines.at(entry.line),
      notes: notesIn(text),
      noQuiz: reading.noQuiz,
      set,
    }
    const titled = titledEntry(text)
    if (titled !== null) {
      const { title, rest } = titled
      const isTrap = TRAPS.test(place.title)
      const said = { ...shared, subject: title, value: plainText(rest), cloze: clozeOf(rest) }
      return [
        isTrap
          ? writer.write(place, { ...said, kind: 'trap', attribute: 'trap' })
          : writer.write(place, { ...said, kind: 'concept', attribute: name ?? place.title }),
      ]
    }
    const subject = plainText(text)
    if (name === null || subject === '') return []
    if (ordered && entries.length >= 3) {
      const value = `${position + 1} of ${entries.length}`
      return [writer.write(place, { ...shared, kind: 'step', subject, attribute: name, value, position })]
    }
    const cloze = clozeOf(text)
    return [
      writer.write(place, {
        ...shared,
        kind: 'membership',
        subject,
        attribute: 'is one of',
        value: name,
        lists: [name],
        cloze,
      }),
    ]
  })
}

/** The first paragraph of an entry. */
export function textOf({ children }: MarkdownEntry): readonly Inline[] {
  const [first] = children
  return first?.kind === 'paragraph' ? first.text : []
}

/** `**Title:** rest`, or null. */
function titledEntry(text: readonly Inline[]): { title: string; rest: readonly Inline[] } | null {
  const [first, ...rest] = text
  if (first?.kind !== 'strong' || rest.length === 0) return null
  const title = plainText([first])
  if (title.endsWith(':')) return { title: title.slice(0, -1), rest: trimmedStart(rest) }
  const [next, ...others] = rest
  if (next?.kind !== 'text' || !/^\s*[:—–]/.test(next.text)) return null
  return { title, rest: trimmedStart([{ kind: 'text', text: next.text.replace(/^\s*[:—–]/, '') }, ...others]) }
}

function trimmedStart(text: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = text
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.trimStart() }, ...rest] : text
}
