import { isCalloutLabel } from './callout.ts'

const BULLET = /^(?:[-*+•▪◦‣·●○■–—]|\d{1,3}[.)])\s+\S/
const SENTENCE_END = /[.,;:!…。，；：！]$/u

/** Whether a line begins with the mark of a list, as Markdown writes it or as pages show it. */
export function isBullet(text: string): boolean {
  return BULLET.test(text)
}

/** Whether a line may be the title of what follows: few words, no end of a sentence, nothing that belongs to code. */
export function isTitle(text: string): boolean {
  if (text.length < 2 || text.length > 90 || isBullet(text)) return false
  if (!/^["“‘(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) || SENTENCE_END.test(text)) return false
  if (/[|{}<>=\\;→←↑↓─│►▼]|\. |https?:/.test(text)) return false
  return text.split(/\s+/).length <= 14 && labelled(text) === null
}

/** A line of a list of contents without the dots and the number at its end. */
export function withoutPageNumber(text: string): string {
  return text.replace(/(?:\s?\.\s?\.[\s.]*|…\s*|\t)\d{1,4}$/, '')
}

export interface Labelled {
  readonly label: string
  readonly rest: string
}

/** `Exam Tip: text`, or null where the first words are no label of a callout. */
export function labelled(text: string): Labelled | null {
  const colon = text.indexOf(':')
  if (colon < 2 || colon > 30) return null
  const label = text.slice(0, colon).trim()
  const rest = text.slice(colon + 1).trim()
  return rest !== '' && isCalloutLabel(label) ? { label, rest } : null
}

/** The words of a title alone, to find it again where it is numbered, or written with “&”. */
export function titleWords(text: string): string {
  return withoutPageNumber(text.slice(0, 200))
    .replace(/^\s*(?:[-*+•▪]\s+)?(?:\d+(?:\.\d+)*[.)]?\s+)?/, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
