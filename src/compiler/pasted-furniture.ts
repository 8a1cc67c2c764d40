import type { PastedDraft } from './pasted-draft.ts'
import { isBullet, isTitle, titleWords, withoutPageNumber } from './pasted-line.ts'

/** What pages show around their text, wherever it stands. */
const ANYWHERE =
  /^(?:(?:topic|lesson|page|part|module|step|unit|chapter|section|lecture|slide) \d+ (?:of|\/) \d+\b.*|\d+ min(?:ute)?s? read|reading time:? .{1,20}|copy(?: code| link)?|copied!?|back to top|skip to (?:main )?content|edit this page|advertisement|share(?: this)?|print|mark as (?:complete|done)d?|bookmark(?: this)?|download (?:pdf|as pdf))$/i
/** What stands only above the text or below it. */
const AT_THE_ENDS =
  /^(?:(?:←\s*)?(?:prev(?:ious)?|next)(?:\s*→|: .{1,80})?|last (?:updated|modified|edited):? .{1,40}|(?:updated|published|posted) (?:on )?.{1,40}|menu|search|home|log ?in|sign (?:in|up)|subscribe|©.{1,80}|copyright .{1,80}|all rights reserved\.?|was this (?:page|article|lesson) helpful\?|yes|no|end of (?:domain|chapter|section|module|unit|lesson|lecture|part|topic|notes|document)\b.*|ready to (?:test|practi[cs]e|quiz)\b.*\?|practi[cs]e questions?\b.{0,40}|(?:take|start) (?:the |a )?(?:quiz|test)|related (?:articles|posts|topics)|you (?:have|'ve) (?:completed|finished)\b.*|home [>›»/] .*)$/i
const CONTENTS =
  /^(?:table of )?contents:?$|^on this page:?$|^in this (?:article|chapter|guide|page|section|lesson|module):?$|^outline$/i
/** How many lines at either end may be furniture. */
const REACH = 12

/** Leaves out what a page shows around its text. */
export function dropFurniture(draft: PastedDraft): void {
  const last = draft.lines.length - 1
  dropAtEnd(draft, last, -1)
  dropAtEnd(draft, 0, 1)
  for (let index = 0; index <= last; index += 1) {
    if (draft.isFree(index) && ANYWHERE.test(draft.text(index))) {
      draft.drop(index, index + 1, `“${draft.text(index)}” belongs to the page, not to the notes: it is left out.`)
    }
  }
}

function dropAtEnd(draft: PastedDraft, start: number, step: 1 | -1): void {
  let seen = 0
  for (let index = start; index >= 0 && index < draft.lines.length && seen < REACH; index += step) {
    const text = draft.text(index)
    if (text === '') continue
    seen += 1
    // Behind a title there may be more furniture; behind the last words of the notes there is none.
    const isFurniture = draft.isFree(index) && text.length <= 300 && (AT_THE_ENDS.test(text) || ANYWHERE.test(text))
    if (!isFurniture && (step === -1 || seen > 4)) return
    if (isFurniture) draft.drop(index, index + 1, `“${text}” belongs to the page, not to the notes: it is left out.`)
  }
}

/** Leaves out the list of contents, and says which titles it names. */
export function dropContents(draft: PastedDraft): ReadonlySet<string> {
  const all = new Map<string, number>()
  draft.lines.forEach((line, index) => {
    const words = line.length <= 120 ? titleWords(line) : ''
    if (words !== '') all.set(words, index)
  })
  const first = draft.lines.findIndex((line, index) => draft.isFree(index) && CONTENTS.test(line.trim()))
  const from = first >= 0 ? first : firstList(draft)
  if (from < 0) return new Set()
  const { entries, to } = entriesFrom(draft, first >= 0 ? from + 1 : from)
  const named = entries.filter((words) => (all.get(words) ?? -1) >= to)
  const isContents = first >= 0 ? named.length >= 2 && named.length * 2 >= entries.length : isList(entries, named)
  if (!isContents) return new Set()
  draft.drop(from, to, `The list of contents is left out: its ${entries.length} titles come again below.`)
  return new Set(entries)
}

function isList(entries: readonly string[], named: readonly string[]): boolean {
  return named.length >= 3 && named.length * 5 >= entries.length * 4
}

/** A list within the first lines, though nothing says that it is one of contents. */
function firstList(draft: PastedDraft): number {
  for (let index = 0; index < Math.min(draft.lines.length, REACH); index += 1) {
    if (draft.isFree(index) && isBullet(draft.text(index))) return index
  }
  return -1
}

/** The titles of a list of contents, up to the line where they begin anew or something else begins. */
function entriesFrom(draft: PastedDraft, from: number): { readonly entries: readonly string[]; readonly to: number } {
  const entries = new Set<string>()
  const isMarked = isBullet(draft.text(draft.isFree(from) ? from : draft.next(from)))
  let to = from
  for (let index = from; index < draft.lines.length; index += 1) {
    const text = draft.text(index)
    if (text === '') continue
    const isEntry = isBullet(text) || /^\d+(?:\.\d+)+\.? /.test(text) || (!isMarked && isTitle(withoutPageNumber(text)))
    const words = titleWords(text)
    if (!draft.isFree(index) || !isEntry || words === '' || entries.has(words)) break
    entries.add(words)
    to = index + 1
  }
  return { entries: [...entries], to }
}
