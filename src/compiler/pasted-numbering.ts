import type { PastedDraft } from './pasted-draft.ts'
import { isTitle } from './pasted-line.ts'

/** A line that is a heading by its number. `level` is that of the heading it becomes. */
export interface Numbered {
  readonly index: number
  readonly level: number
}

interface Candidate {
  readonly index: number
  readonly style: 'word' | 'roman' | 'letter' | 'decimal'
  /** The word that is counted, such as "chapter"; the same for all candidates of another style. */
  readonly counts: string
  readonly numbers: readonly number[]
  readonly title: string
}

const WORD =
  /^(chapter|part|unit|module|section|lecture|lesson|week|day|topic|domain|article|appendix|book|§)\s*(\d{1,3}|[IVXL]{1,6}|[A-Z])(?:[.:)]|\s[—–-])?(?:\s+(.*))?$/i
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){0,4})([.)]?)\s+(\S.*)$/
const ROMAN = /^([IVXL]{1,6})[.)]\s+(\S.*)$/
const LETTER = /^([A-Z])[.)]\s+(\S.*)$/
/** Notes may leave out a number, but not many. */
const WIDEST_GAP = 3

/** Finds the headings by their numbers: they go up through the whole text, unlike those of its lists. */
export function numberedHeadings(draft: PastedDraft, known: (title: string) => boolean): readonly Numbered[] {
  const all = candidatesIn(draft)
  const words = steady(all.filter(({ style }) => style === 'word'))
  const romans = steady(all.filter(({ style }) => style === 'roman'))
  const top = new Set([...words, ...romans])
  const romanLevel = words.length > 0 ? 3 : 2
  const letterLevel = romanLevel + 1
  const decimalLevel =
    romans.length > 0 ? letterLevel + (all.some(({ style }) => style === 'letter') ? 1 : 0) : romanLevel
  const found: Numbered[] = []
  const counting = new Counting(draft, known)
  let letter = 0
  for (const candidate of all) {
    const { style, index, numbers } = candidate
    const [number = 0] = numbers
    if (top.has(candidate)) {
      found.push({ index, level: style === 'word' ? 2 : romanLevel })
      counting.restart()
      letter = 0
    } else if (style === 'letter' && romans.length > 0 && number === letter + 1) {
      letter = number
      counting.restart()
      found.push({ index, level: letterLevel })
    } else if (style === 'decimal' && counting.accepts(candidate)) {
      const depth = romans.length > 0 ? decimalLevel + numbers.length - 1 : Math.max(decimalLevel, numbers.length + 1)
      found.push({ index, level: Math.min(6, depth) })
    }
  }
  return found
}

/** Whether the first line counts on: "Domain 5: Title" above all else is a title, "Chapter 1" before "Chapter 2" is none. */
function steady(candidates: readonly Candidate[]): readonly Candidate[] {
  const runs = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const run = runs.get(candidate.counts) ?? []
    const [last = 0] = run.at(-1)?.numbers ?? []
    const [number = 0] = candidate.numbers
    if (run.length === 0 || (number > last && number <= last + WIDEST_GAP)) run.push(candidate)
    runs.set(candidate.counts, run)
  }
  return [...runs.values()].filter((run) => run.length > 1).flat()
}

function candidatesIn(draft: PastedDraft): readonly Candidate[] {
  const found: Candidate[] = []
  for (let index = 0; index < draft.lines.length; index += 1) {
    if (!draft.isFree(index) || /^\s{4}/.test(draft.lines[index] ?? '')) continue
    const text = draft.text(index)
    if (text.length > 120) continue
    const candidate = candidateOf(text, index)
    if (candidate !== null && (candidate.title === '' || isTitle(candidate.title))) found.push(candidate)
  }
  return found
}

function candidateOf(text: string, index: number): Candidate | null {
  const [, word = '', count = '', name = ''] = WORD.exec(text) ?? []
  if (word !== '') {
    const numbers = [/^\d/.test(count) ? Number(count) : romanOf(count)]
    return { index, style: 'word', counts: word.toLowerCase(), numbers, title: name }
  }
  const [, number = '', mark = '', title = ''] = DECIMAL.exec(text) ?? []
  if (number !== '') {
    const numbers = number.split('.').map(Number)
    return numbers.length === 1 && mark === '' ? null : { index, style: 'decimal', counts: '', numbers, title }
  }
  const [, roman = '', romanTitle = ''] = ROMAN.exec(text) ?? []
  if (roman !== '') return { index, style: 'roman', counts: '', numbers: [romanOf(roman)], title: romanTitle }
  const [, letter = '', letterTitle = ''] = LETTER.exec(text) ?? []
  if (letter === '') return null
  return { index, style: 'letter', counts: '', numbers: [letter.charCodeAt(0) - 64], title: letterTitle }
}

function romanOf(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
  const digits = [...text.toUpperCase()].map((sign) => values[sign] ?? sign.charCodeAt(0) - 64)
  return digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0)
}

/** Follows the numbers 1, 1.1, 1.2, 2 … of headings, and passes over those of lists. */
class Counting {
  private current: readonly number[] = []
  /** The next number of a list that goes on below the words of its entries. */
  private nextOfList = 0
  private readonly draft: PastedDraft
  private readonly known: (title: string) => boolean

  constructor(draft: PastedDraft, known: (title: string) => boolean) {
    this.draft = draft
    this.known = known
  }

  restart(): void {
    this.current = []
    this.nextOfList = 0
  }

  accepts({ index, numbers, title }: Candidate): boolean {
    if (this.draft.next(index) < 0) return false
    const isNext = numbers.length === 1 ? this.isNextChapter(index, numbers[0] ?? 0, title) : this.isNextPart(numbers)
    if (isNext) {
      this.current = numbers
      this.nextOfList = 0
    }
    return isNext
  }

  private isNextChapter(index: number, number: number, title: string): boolean {
    const before = this.current[0] ?? 0
    const isOn = this.current.length === 0 ? number <= 30 : number > before && number <= before + WIDEST_GAP
    if (isOn && (this.known(title) || this.hasPart(index, number))) return true
    if (this.isInList(index, number) || number === this.nextOfList || !isOn) {
      this.nextOfList = number + 1
      return false
    }
    return true
  }

  private isNextPart(numbers: readonly number[]): boolean {
    const above = numbers.slice(0, -1)
    const last = numbers.at(-1) ?? 0
    const before = this.current[above.length] ?? 0
    if (this.current.length === 0) return last === 1
    const isSameAbove = above.every((number, depth) => this.current[depth] === number)
    if (isSameAbove) return last > before && last <= before + WIDEST_GAP
    const isNextAbove = above.length === 1 && above[0] === (this.current[0] ?? 0) + 1
    return isNextAbove && last === 1
  }

  /** Whether the next line is the first part of this chapter: "4.1" below "4." */
  private hasPart(index: number, number: number): boolean {
    return new RegExp(`^${number}\\.1[.)]?\\s`).test(this.draft.text(this.draft.next(index)))
  }

  /** Whether the line before or behind counts with it, with nothing in between. */
  private isInList(index: number, number: number): boolean {
    const counts = (at: number, wanted: number) => new RegExp(`^${wanted}[.)]\\s`).test(this.draft.text(at))
    if (counts(this.draft.next(index), number + 1)) return true
    let before = index - 1
    while (before >= 0 && this.draft.text(before) === '') before -= 1
    return number > 1 && counts(before, number - 1)
  }
}
