import { listItems, meaningfulWords } from './answer-text.ts'
import { remembered } from './remembered.ts'

/** Marks of the kind of an answer. */
type Looks = readonly (string | boolean)[]

/** How far two answers are of one kind by their looks, 0 to 1: both a product's name, both a list, both an action … */
export function alike(one: Looks, other: Looks): number {
  let same = 0
  for (const [index, look] of one.entries()) if (look === other[index]) same += 1
  return same / one.length
}

export const looksOf = remembered((text): Looks => [
  /^(?:aws|amazon)\b/i.test(text),
  openingOf(text),
  listItems(text).length > 1,
  /\s[—–]\s/.test(text),
  /\S[:_]\S|[a-z][A-Z]/.test(text),
  /\d/.test(text),
  /^\S+$/.test(text),
])

function openingOf(text: string): string {
  const [first = '', ...rest] = text.split(/\s+/)
  if (/^(?:an?|the)$/i.test(first)) return 'article'
  if (/^[A-Za-z-]{3,}ing$/.test(first)) return 'gerund'
  if (rest.length > 1 && /^[A-Z]?[a-z-]+[^siu]s$/.test(first)) return 'verb'
  return 'other'
}

/** “deployment” of “Canary deployment (two steps)”: mostly the word that says what kind of thing it is. */
export function lastWordOf(text: string): string {
  return lastWordOnce(text)
}

const lastWordOnce = remembered((text) => meaningfulWords(text.replace(/\([^)]*\)/g, '')).at(-1) ?? '')
