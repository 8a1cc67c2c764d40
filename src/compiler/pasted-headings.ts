import type { PastedDraft } from './pasted-draft.ts'
import { isBullet, isTitle, labelled, titleWords } from './pasted-line.ts'
import { numberedHeadings } from './pasted-numbering.ts'

/** A title over more than this many others heads none of them: they are a list without its marks. */
const MOST_IN_A_ROW = 3

/**
 * Claims the headings: the title, those with numbers, those that the list of contents names, and the short lines
 * that stand over a table, a list, a figure or a paragraph.
 */
export function claimHeadings(draft: PastedDraft, contents: ReadonlySet<string>): void {
  claimTitle(draft)
  const known = (title: string) => contents.has(titleWords(title))
  const numbered = new Map(numberedHeadings(draft, known).map(({ index, level }) => [index, level]))
  for (const [index, level] of numbered) claim(draft, index, level, 'The number of this line makes it a heading.')
  let above = 1
  let stacked = false
  let run = 0
  for (let index = 0; index < draft.lines.length; index += 1) {
    const text = draft.text(index)
    if (text === '') continue
    const level = numbered.get(index)
    if (level !== undefined) {
      above = level
      stacked = false
    }
    const isCandidate = draft.isFree(index) && isTitle(withoutColon(draft, index))
    run = isCandidate ? run + 1 : 0
    if (!isCandidate) continue
    if (known(text)) {
      claim(draft, index, 2, 'The list of contents names this line, so it is a heading.')
      above = 2
      stacked = false
    } else if (isOver(draft, index) && run <= MOST_IN_A_ROW) {
      const isFirstOfTwo = isTitle(draft.text(draft.next(index))) && draft.isFree(draft.next(index))
      const base = Math.min(6, above + 1)
      if (isFirstOfTwo) {
        stacked = true
        claim(draft, index, base, 'This line stands over others of its kind, so it is a heading.')
      } else {
        claim(draft, index, Math.min(6, stacked ? base + 1 : base), overWhat(draft, index))
      }
    }
  }
}

function claim(draft: PastedDraft, index: number, level: number, message: string): void {
  const text = `${'#'.repeat(level)} ${withoutColon(draft, index)}`
  draft.claim('heading', index, index + 1, [{ text, line: index + 1 }])
  draft.note(index, message)
}

/** The first line is the title; the lines that say it again are left out. */
function claimTitle(draft: PastedDraft): void {
  const first = draft.next(-1)
  const title = draft.text(first)
  if (first < 0 || !draft.isFree(first) || !isTitle(title) || isNumbered(draft, first, title)) return
  claim(draft, first, 1, 'The first line is taken for the title.')
  const words = titleWords(title)
  let index = draft.next(first)
  for (let seen = 0; seen < 5 && index >= 0; seen += 1, index = draft.next(index)) {
    const text = draft.text(index)
    const others = titleWords(text)
    const isLonger = words.includes(' ') && (others.endsWith(` ${words}`) || others.startsWith(`${words} `))
    const isShort = text.length <= title.length + 60 && !/[.!?]$/.test(text)
    if (draft.isFree(index) && isShort && (others === words || isLonger)) {
      draft.drop(index, index + 1, 'The title stands here again: it is left out.')
    }
  }
}

/** Whether the first line is the heading of a part already: "1. Cells". */
function isNumbered(draft: PastedDraft, index: number, text: string): boolean {
  return /^\d/.test(text) && numberedHeadings(draft, () => false).some((heading) => heading.index === index)
}

/** Whether something stands below a line that a heading can head. */
function isOver(draft: PastedDraft, index: number): boolean {
  const below = draft.next(index)
  if (below < 0) return false
  const part = draft.part(below)
  if (part !== undefined) return part.kind !== 'heading'
  const text = draft.text(below)
  if (draft.text(index).endsWith(':')) return false
  return isBullet(text) || labelled(text) !== null || isProse(text) || isTitle(text)
}

function isProse(text: string): boolean {
  return text.length > 60 || /[.:!?。：]$/u.test(text)
}

/** "Defenses:" over a table heads it; over a list it is the sentence that names the list. */
function withoutColon(draft: PastedDraft, index: number): string {
  const text = draft.text(index)
  const isOverPart = draft.part(draft.next(index))?.kind === 'table'
  return isOverPart && text.endsWith(':') && text.split(/\s+/).length <= 5 ? text.slice(0, -1).trimEnd() : text
}

function overWhat(draft: PastedDraft, index: number): string {
  const kind = draft.part(draft.next(index))?.kind
  if (kind === 'table') return 'This line stands over a table, so it is a heading.'
  if (kind === 'figure') return 'This line stands over a figure, so it is a heading.'
  return 'This short line stands over what it names, so it is a heading.'
}
