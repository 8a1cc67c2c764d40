import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'

/** An entry of a list that says what its title is. */
export interface TitledEntry {
  readonly title: string
  readonly rest: readonly Inline[]
  /** Whether its title is a situation, and the rest what to answer in it. */
  readonly isScenario: boolean
}

/** "If you see X, think Y": so people note what a question hints at. */
const SEEN =
  /^(?:if|when) (?:you see|you read|the question (?:says|mentions|asks (?:for|about))|asked (?:for|about))\s+(.{2,160}?)\s*(?:,|:|→|->|=>|—|–)\s*(?:(?:then )?(?:think(?: of)?|choose|pick|use|answer(?: with)?|look for|it(?: i|')s)\s+)?(\S.*)$/is

/** A word that a list explains is no sentence. */
const LONGEST_TITLE = 70
const MOST_WORDS = 10

/** From this share of a list on, titles without marks are no accident. */
const MOST = 2 / 3

/**
 * What each entry of a list says of its title; null for an entry without one. A bold title counts wherever it stands;
 * one without marks only where most entries of the list have one, for a colon alone may mean anything.
 */
export function titledEntries(texts: readonly (readonly Inline[])[]): readonly (TitledEntry | null)[] {
  const seen = texts.map(seenEntry)
  if (seen.length > 0 && seen.every((entry) => entry !== null)) return seen
  const marked = texts.map((text) => markedEntry(text) ?? codeEntry(text) ?? cardEntry(text))
  if (texts.length < 2 || marked.every((entry) => entry !== null)) return marked
  const plain = texts.map((text, index) => marked[index] ?? plainEntry(text))
  const found = plain.filter((entry) => entry !== null).length
  return found >= 2 && found >= MOST * texts.length ? plain : marked
}

function seenEntry(text: readonly Inline[]): TitledEntry | null {
  const [, title = '', answer = ''] = SEEN.exec(plainText(text)) ?? []
  return title === '' ? null : { title, rest: [{ kind: 'text', text: answer }], isScenario: true }
}

/** `**Title:** rest` or `**Title** — rest`. */
export function markedEntry(text: readonly Inline[]): TitledEntry | null {
  const [first, ...rest] = text
  if (first?.kind !== 'strong') return null
  const words = plainText([first])
  const hasColon = words.endsWith(':')
  const title = withoutCount(hasColon ? words.slice(0, -1).trim() : words)
  const [next, ...others] = rest
  if (next === undefined) return arrowEntry(first.children)
  if (title === '') return null
  if (next.kind !== 'text') return hasColon ? { title, rest, isScenario: false } : null
  const [, mark = '', after = ''] = /^\s*(::?|[—–→⟶➜⇒=]|-{1,2}>|=>|-(?=\s))?\s*(.*)$/s.exec(next.text) ?? []
  if (!hasColon && mark === '') return null
  return entryOf(title, after, others)
}

/** "`git init` --> begins a repository": a command, and what it does. */
function codeEntry(text: readonly Inline[]): TitledEntry | null {
  const [first, next, ...others] = text
  if (first?.kind !== 'code' || next?.kind !== 'text') return null
  const [, after] = /^\s*(?::(?=\s)|→|-{1,2}>|=>|[—–](?=\s)|\s-(?=\s))\s*(.*)$/s.exec(next.text) ?? []
  return after === undefined ? null : entryOf(first.text.trim(), after, others)
}

/** A title without the number that counts it: `**2. Plan**`. */
function withoutCount(title: string): string {
  return title.replace(/^\d{1,2}[.)]\s+(?=\p{L})/u, '')
}

/** `**Title → rest**`: what is bold as a whole, and has one arrow. */
function arrowEntry(text: readonly Inline[]): TitledEntry | null {
  const [title = '', rest = '', ...more] = plainText(text).split(/\s(?:→|⟶|➜|⇒|->|=>)\s/)
  const isPair = rest !== '' && more.length === 0 && text.every(({ kind }) => kind === 'text')
  return isPair ? { title, rest: [{ kind: 'text', text: rest }], isScenario: false } : null
}

function cardEntry(text: readonly Inline[]): TitledEntry | null {
  const sides = cardSides(text)
  const title = sides === null ? '' : plainText(sides.front)
  return sides === null || !isTerm(title) ? null : { title, rest: sides.back, isScenario: false }
}

/** With a space on both sides; behind a question that stands for itself. */
const CARD_MARK = /(?<!\s)\s+:{2,3}(?:\s+|$)|(?<=[?？])\s*:{2,3}(?!:)\s*/

/** `front :: back` or `front ::: back`, as programs for notes write cards. Null for any other text. */
export function cardSides(
  text: readonly Inline[],
): { readonly front: readonly Inline[]; readonly back: readonly Inline[] } | null {
  for (const [index, inline] of text.entries()) {
    const found = inline.kind === 'text' ? CARD_MARK.exec(inline.text) : null
    if (inline.kind !== 'text' || found === null) continue
    const before = inline.text.slice(0, found.index)
    const after = inline.text.slice(found.index + found[0].length)
    const front: readonly Inline[] = [...text.slice(0, index), ...(before === '' ? [] : [{ ...inline, text: before }])]
    const back: readonly Inline[] = [...(after === '' ? [] : [{ ...inline, text: after }]), ...text.slice(index + 1)]
    return plainText(front) === '' || plainText(back) === '' ? null : { front, back }
  }
  return null
}

/** `Title: rest`, `Title — rest`, `Title - rest` or `Title → rest`, without a mark. */
function plainEntry(text: readonly Inline[]): TitledEntry | null {
  for (const [index, inline] of text.entries()) {
    if (inline.kind === 'break') return null
    if (inline.kind !== 'text') continue
    const found = /:\s|\s(?:[—–-]|→|-{1,2}>|=>)\s|:$/.exec(inline.text)
    if (found === null) continue
    const before: readonly Inline[] = [
      ...text.slice(0, index),
      { kind: 'text', text: inline.text.slice(0, found.index) },
    ]
    const title = plainText(before)
    if (!isTerm(title)) return null
    return entryOf(title, inline.text.slice(found.index + found[0].length), text.slice(index + 1))
  }
  return null
}

/** Whether words name a thing: few, and no sentence. */
export function isTerm(words: string): boolean {
  const sentence = words.replace(/\b(?:vs|e\.g|i\.e|etc|no)\./gi, '')
  if (words === '' || words.length > LONGEST_TITLE || /[.!?;]\s|[;,]$/.test(sentence)) return false
  return words.split(' ').length <= MOST_WORDS
}

function entryOf(title: string, after: string, others: readonly Inline[]): TitledEntry | null {
  const words = after.trimStart()
  const rest: readonly Inline[] = words === '' ? others : [{ kind: 'text', text: words }, ...others]
  return plainText(rest) === '' ? null : { title, rest, isScenario: false }
}
