import type { Random } from '../../../src/model/random.ts'
import { pick, upTo } from './lines.ts'
import { phrase, WORDS } from './random-notes.ts'

/** A letter more, less, another, or two swapped; no digit is touched, for another number is another thing. */
export function typo(text: string, random: Random): string {
  const places = [...text.matchAll(/\p{L}{3,}/gu)]
  if (places.length === 0) return text
  const { 0: word, index } = pick(places, random)
  const letters = [...word]
  // People slip inside of words more than at their beginning.
  const at = random() < 0.1 ? 0 : 1 + upTo(letters.length - 1, random)
  const kind = upTo(4, random)
  if (kind === 0) letters.splice(at, 1)
  else if (kind === 1) letters.splice(at, 0, pick([...'aeionrst'], random))
  else if (kind === 2) letters.splice(at, 1, pick([...'aeionrst'], random))
  else letters.splice(Math.max(0, at - 1), 2, letters[at] ?? '', letters[Math.max(0, at - 1)] ?? '')
  return text.slice(0, index) + letters.join('') + text.slice(index + word.length)
}

/** The same thing in other words, as far as the same words are left. */
export function reword(text: string, random: Random): string {
  const words = text.split(' ')
  // The marks of footnotes and code are no words.
  switch (/[[`*]/.test(text) ? 0 : upTo(5, random)) {
    case 0:
      return `the ${text}`
    case 1:
      return words.length > 1 ? [...words.slice(1), words[0] ?? ''].join(' ') : `${text}s`
    case 2:
      return `${text} ${pick(WORDS, random)}`
    case 3:
      return text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase()
    default:
      if (words.length < 3) return `a ${text}`
      return words.with(upTo(words.length, random), pick(WORDS, random)).join(' ')
  }
}

/** A change of any size: a slip, other words, or a text of its own. */
export function reworded(text: string, random: Random): string {
  const kind = random()
  return kind < 0.4 ? typo(text, random) : kind < 0.8 ? reword(text, random) : phrase(1 + upTo(3, random), random)
}
