import type { ClozePart } from '../model/fact.ts'

const BLANK = /\{\{c\d{1,3}::([^{}]*)\}\}/g

/** A sentence with its blanks as Anki writes them: `{{c1::AWS}} manages it`. Each blank is a card of its own. */
export function clozeText(parts: readonly ClozePart[]): string {
  let blanks = 0
  return parts
    .map(({ kind, text }) => {
      if (kind === 'text') return text
      blanks += 1
      return `{{c${blanks}::${text}}}`
    })
    .join('')
}

/** The parts of such a sentence. Hints are left out; of blanks inside blanks the inner ones count. */
export function clozeParts(text: string): readonly ClozePart[] {
  const parts: ClozePart[] = []
  let at = 0
  for (const match of text.matchAll(BLANK)) {
    const [answer = ''] = (match[1] ?? '').split('::')
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    if (answer !== '') parts.push({ kind: 'blank', text: answer })
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

/** Whether a sentence has such a blank. */
export function hasBlank(text: string): boolean {
  return clozeParts(text).some(({ kind }) => kind === 'blank')
}
