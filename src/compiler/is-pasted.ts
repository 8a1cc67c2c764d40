import type { PastedDraft } from './pasted-draft.ts'
import { isBullet, isTitle, labelled } from './pasted-line.ts'
import { numberedHeadings } from './pasted-numbering.ts'
import { isDashLine } from './table-line.ts'

/** Marks that only somebody who writes Markdown sets. */
const MARK =
  /^ {0,3}(?:```|~~~|#{1,6}\s+\S|\[\^[^\]]+\]:|={2,}\s*$|-{3,}\s*$|:{3,}|<!--|<details|> )|\*\*[^\s*]|\]\(|\[\^/
const ENOUGH = 3

/**
 * Whether a text was copied from a page: nobody set a mark of Markdown in it, and either its headings are numbered or
 * blocks stand together that Markdown would run into one. The tables have been claimed before.
 */
export function isPasted(draft: PastedDraft): boolean {
  const marks = draft.lines.filter((line) => MARK.test(line)).length
  const numbered = numberedHeadings(draft, () => false)
  if (marks > 0) return numbered.length >= ENOUGH && marks < numbered.length && !isMarked(draft)
  if (numbered.length >= 2 && numbered.some(({ index }) => !isBullet(draft.text(draft.next(index))))) return true
  return draft.repairs.length >= 2 || jointsIn(draft) >= ENOUGH
}

/** Whether the first words of the text already are a heading of Markdown. */
function isMarked(draft: PastedDraft): boolean {
  return /^(?:#{1,6}\s|---$)/.test(draft.text(draft.next(-1)))
}

/** Counts the places where two blocks meet without the empty line or the mark that Markdown needs. */
function jointsIn(draft: PastedDraft): number {
  let joints = 0
  for (let index = 0; index < draft.lines.length - 1; index += 1) {
    const text = draft.text(index)
    if (text === '') continue
    if (draft.isFree(index) && isJoint(draft, index, text)) joints += 1
    const isBelowTable = draft.part(index)?.kind === 'table' && draft.isFree(index + 1)
    if (isBelowTable && !isDashLine(draft.text(index + 1))) joints += 1
  }
  return joints
}

function isJoint(draft: PastedDraft, index: number, text: string): boolean {
  if (/^[•▪◦]\s/u.test(text) || /^[[{]$/.test(text)) return true
  if (!isTitle(text)) return false
  const below = draft.text(index + 1)
  if (below === '') {
    // A short line between two empty ones, and a paragraph below it.
    const isAlone = index === 0 || draft.text(index - 1) === ''
    return isAlone && draft.isFree(index + 2) && draft.text(index + 2).length > 60
  }
  if (draft.part(index + 1)?.kind === 'table') return true
  return (
    draft.isFree(index + 1) &&
    (below.length > 60 || /[.!?。]$/u.test(below) || isBullet(below) || labelled(below) !== null)
  )
}
