import type { ClozePart } from '../model/fact.ts'
import type { FactId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { clozeOf } from '../model/cloze.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'
import { titledEntries } from './titled-entry.ts'
import type { TitledEntry } from './titled-entry.ts'
import { explainSilence } from './wishes.ts'
import type { ListName } from './wishes.ts'

export interface ListReading {
  readonly place: Place
  readonly writer: FactWriter
  readonly lines: SourceLines
  readonly noQuiz: boolean
  readonly ordered: boolean
  /** What the list is a list of: the sentence before it. Null when nothing introduces it. */
  readonly name: ListName | null
}

const TRAPS =
  /\b(?:traps?|pitfalls?|gotchas?|mistakes?|misconceptions?|confus\w*|versus|vs|watch out|look-?alikes?|mix(?:ed)? up)\b/i
const SCENARIOS =
  /\bscenarios?\b|\b(?:if|when) (?:you see|the question)\b|\bkeyword.{0,12}\b(?:answer|service|solution)|\bclues?\b|\btrigger (?:word|phrase)s?\b/i
const CONTRAST = /\b(?:versus|vs)\b/i

/** Writes the facts of a list's entries, entry by entry. */
export function entryFacts(entries: readonly MarkdownEntry[], reading: ListReading): readonly (readonly FactId[])[] {
  const { place, writer, ordered, noQuiz } = reading
  const name = reading.name?.words ?? null
  const beside = reading.name?.beside ?? null
  const set = beside?.set ?? writer.set(place, name ?? place.title)
  const titled = titledEntries(entries.map(textOf))
  const subjects = entries.map((entry, index) =>
    (titled[index]?.title ?? plainText(textOf(entry)).replace(/\s*:$/u, '')).replace(/^[☐☑]\s*/u, ''),
  )
  const count = subjects.filter((subject) => subject !== '').length
  const isOrder = ordered && name !== null && count >= 3
  const nameNotes = reading.name?.notes ?? []
  let position = -1
  return entries.map((entry, index): readonly FactId[] => {
    const subject = subjects[index] ?? ''
    if (subject === '') return []
    const text = textOf(entry)
    const said = titled[index] ?? null
    const shared = {
      source: reading.lines.at(lineOf(entry)),
      subject,
      notes: [...new Set([...nameNotes, ...notesIn(text)])],
      set,
    }
    const facts: FactId[] = []
    if (isOrder) {
      position += 1
      const value = `${position + 1} of ${count}`
      facts.push(writer.write(place, { ...shared, kind: 'step', attribute: name, value, position }, noQuiz))
    }
    if (said !== null) {
      facts.push(
        writer.write(place, { ...shared, value: plainText(said.rest), ...meaningOf(said, place, name) }, noQuiz),
      )
    } else if (!isOrder && name !== null) {
      const attribute = beside === null ? 'is one of' : 'belongs to'
      const said = { attribute, value: name, lists: beside?.lists ?? [name], cloze: clozeOf(text) }
      facts.push(writer.write(place, { ...shared, ...said, kind: 'membership' }, noQuiz))
    }
    return facts
  })
}

/** Says of a list, or of some of its entries, why it gave no fact. */
export function reportSilentEntries(
  { entries, line }: MarkdownNode & { kind: 'list' },
  facts: readonly (readonly FactId[])[],
  name: ListName | null,
  lines: SourceLines,
): void {
  const silent = entries.filter((_, index) => (facts[index] ?? []).length === 0)
  if (name === null && silent.length === entries.length) {
    const hint = 'Put a sentence that ends in a colon before it: it says what the list is a list of.'
    const message = 'Nothing says what this list is a list of, so it gave no fact.'
    lines.report('info', 'list-without-name', lines.at(line), message, hint)
    return
  }
  for (const entry of silent) {
    const isWordless = plainText(textOf(entry)) === ''
    explainSilence(
      lines,
      lineOf(entry),
      isWordless ? 'The entry does not begin with words.' : 'The entry has no bold title, and its list no name.',
    )
  }
}

type Meaning =
  | { readonly kind: 'trap' | 'concept'; readonly attribute: string; readonly cloze: readonly ClozePart[] }
  | { readonly kind: 'scenario'; readonly attribute: string }

/** A titled entry under a heading such as "Common traps" is a trap; elsewhere it says what something is. */
function meaningOf({ title, rest, isScenario }: TitledEntry, place: Place, name: string | null): Meaning {
  const headings = [place.title, name ?? '']
  if (isScenario || headings.some((words) => SCENARIOS.test(words))) return { kind: 'scenario', attribute: 'Answer' }
  const isTrap = CONTRAST.test(title) || headings.some((words) => TRAPS.test(words))
  if (isTrap) return { kind: 'trap', attribute: 'trap', cloze: clozeOf(rest) }
  return { kind: 'concept', attribute: name ?? place.title, cloze: clozeOf(rest) }
}

/** The first paragraph of an entry. */
export function textOf({ children }: MarkdownEntry): readonly Inline[] {
  const [first] = children
  return first?.kind === 'paragraph' ? first.text : []
}

/** The line of an entry's words: they may begin below its mark. */
function lineOf({ children, line }: MarkdownEntry): number {
  const [first] = children
  return first?.kind === 'paragraph' ? first.line : line
}
