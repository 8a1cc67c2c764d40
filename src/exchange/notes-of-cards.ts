import type { ClozePart } from '../model/fact.ts'
import type { AnkiEntry } from './anki-text-reader.ts'
import { clozeParts, hasBlank } from './cloze-text.ts'
import { clozeInMarkdown, inMarkdown, inOneLine } from './markdown-words.ts'

/** Cards as notes, and how many say too little to be asked. */
export interface CardNotes {
  readonly text: string
  readonly left: number
}

interface Section {
  readonly pairs: string[]
  /** Pairs that are asked both ways. */
  readonly terms: string[]
  readonly sentences: (readonly ClozePart[])[]
}

/** Note types of Anki whose cards are asked from either side. */
const BOTH_WAYS = /revers|umgekehrt|invers|обратн|反/i
/** What a list would read as a title with its meaning. */
const TITLED = /^\*\*[^*]+\*\*\s*[:–—→-]|^[^.!?]{1,100}(?:[:→=]|\s[-–—]\s)/

/** Notes in Markdown that ask what the cards ask: a section for each deck, in it pairs in tables, and sentences with blanks. */
export function notesOfCards(title: string, entries: readonly AnkiEntry[]): CardNotes {
  const sections = new Map<string, Section>()
  let left = 0
  for (const entry of entries) {
    const section = sections.get(entry.deck) ?? { pairs: [], terms: [], sentences: [] }
    sections.set(entry.deck, section)
    if (!take(entry, section)) left += 1
  }
  const blocks = [...sections].flatMap(([deck, section]) => [...headingOf(deck, sections.size), ...blocksOf(section)])
  return { text: [`# ${inOneLine(title) || 'Cards'}`, ...blocks, ''].join('\n\n'), left }
}

/** Says whether the card could be taken in. */
function take({ fields, noteType }: AnkiEntry, section: Section): boolean {
  const [front = '', ...others] = fields
  if (hasBlank(front)) {
    section.sentences.push(clozeParts(front))
    return true
  }
  const cells = [front, others.filter((field) => field.trim() !== '').join('\n')].map(inMarkdown)
  if (cells.includes('')) return false
  const rows = BOTH_WAYS.test(noteType) ? section.terms : section.pairs
  rows.push(`| ${cells.join(' | ')} |`)
  return true
}

/** A deck's own name stands last: its parents stand before it, between colons. */
function headingOf(deck: string, decks: number): readonly string[] {
  const name = inOneLine(deck.split('::').at(-1) ?? '')
  return name === '' && decks === 1 ? [] : [`## ${name || 'Other cards'}`]
}

function blocksOf({ pairs, terms, sentences }: Section): readonly string[] {
  const written = sentences.map(clozeInMarkdown)
  const entries = written.filter((sentence) => !TITLED.test(sentence))
  const callouts = written.filter((sentence) => TITLED.test(sentence))
  return [
    ...tableOf(['Question', 'Answer'], pairs),
    ...tableOf(['Term', 'Definition'], terms),
    ...(entries.length === 0 ? [] : ['Sentences with blanks:', entries.map((entry) => `- ${entry}`).join('\n')]),
    ...callouts.map((sentence, index) => `> **Note — Sentence ${index + 1}:** ${sentence}`),
  ]
}

function tableOf(headings: readonly string[], rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return []
  return [[`| ${headings.join(' | ')} |`, `|${'---|'.repeat(headings.length)}`, ...rows].join('\n')]
}
