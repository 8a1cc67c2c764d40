import { bracketEnds, codeRunAt } from './pasted-code.ts'
import type { PastedDraft } from './pasted-draft.ts'
import { isBullet, labelled } from './pasted-line.ts'

const BOX = /[\u2500-\u257F\u25B2\u25BA\u25BC\u25C4\u25B6\u25C0]|\+--+/
const SPOKEN = /^(?:\p{L}[\p{L} ]{0,20}:\s*)?["“]/u
const ROLE = /^(?:user|assistant|system|human|ai|model|prompt|input|output|customer|student|teacher):\s*["“]/i
/** A quotation that goes on for longer than this is none. */
const MOST_LINES = 12

/** Claims code, diagrams and examples of what somebody says: they are kept as they stand, between fences. */
export function claimFigures(draft: PastedDraft): void {
  const ends = bracketEnds(draft.lines)
  for (let index = 0; index < draft.lines.length; index += 1) {
    if (!draft.isFree(index)) continue
    const code = codeRunAt(draft, index, ends)
    if (code !== null) index = fence(draft, index, code.to, code.language, 'Code is put between fences.')
  }
  claimDiagrams(draft)
  for (let index = 0; index < draft.lines.length; index += 1) {
    const to = draft.isFree(index) ? spokenUntil(draft, index) : index
    if (to === index) continue
    const isIntroduced = draft.isFree(index - 1) && /^\[.*\]:?$/.test(draft.text(index - 1))
    const from = isIntroduced ? index - 1 : index
    index = fence(draft, from, to, 'text', 'An example of what is said is kept as it stands, between fences.')
  }
}

/** Draws fences around lines, and says which line is the last of them. */
function fence(draft: PastedDraft, from: number, to: number, language: string, message: string): number {
  const body = draft.lines.slice(from, to).map((text, index) => ({ text, line: from + index + 1 }))
  const mark = body.some(({ text }) => text.includes('```')) ? '~~~~' : '```'
  const lines = [{ text: mark + language, line: from + 1 }, ...body, { text: mark, line: to }]
  draft.claim('figure', from, to, lines)
  draft.note(from, message)
  return to - 1
}

/** Claims lines that draw boxes and arrows, with the words between them. */
function claimDiagrams(draft: PastedDraft): void {
  const { lines } = draft
  const isPart = lines.map((_, index) => draft.isFree(index) && isDrawn(draft.text(index)))
  for (let index = 0; index < lines.length; index += 1) {
    if (!draft.isFree(index) || !isConnector(draft.text(index))) continue
    isPart[index] = true
    for (const beside of [index - 1, index + 1]) isPart[beside] ||= isNode(draft, beside)
  }
  for (let from = 0; from < lines.length; from += 1) {
    if (isPart[from] !== true) continue
    let to = from + 1
    while (isPart[to] === true || (draft.text(to) === '' && isPart[to + 1] === true)) to += 1
    const isRule = to === from + 1 && !/[^\u2500-\u257F\s]/.test(lines[from] ?? '')
    if (isRule) draft.drop(from, to, 'A line that is only drawn is left out.')
    else fence(draft, from, to, 'text', 'A diagram is put between fences.')
    from = to - 1
  }
}

function isDrawn(text: string): boolean {
  return BOX.test(text) && !text.startsWith('|')
}

/** A line of nothing but what connects the lines above and below it. */
function isConnector(text: string): boolean {
  return /^[|v│┃║↓↑⇓⇑⬇⬆▼▲\s]+$/u.test(text) && !text.includes('||')
}

/** Whether a line next to a connector may be what it connects. */
function isNode(draft: PastedDraft, index: number): boolean {
  const text = draft.text(index)
  return draft.isFree(index) && text.length <= 100 && !isBullet(text) && labelled(text) === null
}

/** The line behind a quotation that begins here and runs over lines, or names its speaker. The line itself if none does. */
function spokenUntil(draft: PastedDraft, from: number): number {
  const first = draft.text(from)
  if (!SPOKEN.test(first) || labelled(first) !== null) return from
  if (isClosed(first)) return ROLE.test(first) ? from + 1 : from
  let said = first
  for (let index = from + 1; index < from + MOST_LINES && draft.isFree(index); index += 1) {
    said += `\n${draft.text(index)}`
    if (isClosed(said)) return index + 1
  }
  return from
}

function isClosed(said: string): boolean {
  const marks = (mark: string) => said.split(mark).length - 1
  return marks('"') % 2 === 0 && marks('“') === marks('”')
}
