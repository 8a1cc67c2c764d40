import { folded, meaningfulWords } from './answer-text.ts'
import type { Reading } from './lexicon.ts'
import { remembered } from './remembered.ts'

/** So many letters of two words that begin alike say that they are about the same: “approved” and “approval”. */
const ROOT = 5
/** A shorter word counts as the beginning of a longer one from so many letters on: “org-wide”, “organization”. “S3” is a name. */
const SHORTEST = 3

/** Words that stand in a question and in its key without tying the two together. */
const LINKING = new Set(
  folded(
    'about across after all any before between both can different do does during each ensure every how into may more most must never new no not only other over own per same should so such than them their they this through under use used using via what when where which while who while within without',
  ).split(' '),
)

/** The beginnings of the words of a text, each once, of the parts of a name too: “bedrock:InvokeAgent” is three. */
export function rootsOf(text: string): readonly string[] {
  return rootsOnce(text)
}

const rootsOnce = remembered((text): readonly string[] => {
  const words = meaningfulWords(text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '))
  const isTelling = (word: string) => (word.length >= SHORTEST && !LINKING.has(word)) || /^\p{L}\d$/u.test(word)
  return [...new Set(words.filter(isTelling).map((word) => word.slice(0, ROOT)))]
})

/**
 * What an answer shares with its question: roots of words, and names by any other name.
 *
 * @param common The roots of what all rows of the table are about: “model” is no clue where each is about a model.
 */
export function cluesIn(question: Reading, answer: Reading, common: readonly string[]): readonly string[] {
  const roots = answer.roots.filter(
    (root) => question.roots.some((own) => areAkin(own, root)) && !common.includes(root),
  )
  return [...roots, ...answer.things.filter((thing) => question.things.includes(thing))]
}

/** Whether a text says a root, or a name. */
export function isHeardIn({ roots, things }: Reading, clue: string): boolean {
  return roots.some((root) => areAkin(root, clue)) || things.includes(clue)
}

/** Whether the key alone sounds like the question. */
export function isToldByClang(
  question: Reading,
  key: Reading,
  others: readonly Reading[],
  common: readonly string[],
): boolean {
  return cluesIn(question, key, common).some((clue) => !others.some((other) => isHeardIn(other, clue)))
}

function areAkin(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length === other.length || one.charCodeAt(0) !== other.charCodeAt(0)) return false
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length < ROOT && long.length === ROOT && long.startsWith(short)
}

/** Whether all right answers have a word that no wrong one has, or all wrong ones a word that no right one has. */
export function areToldByAWord(right: readonly Reading[], wrong: readonly Reading[]): boolean {
  return isOnlyIn(right, wrong) || isOnlyIn(wrong, right)
}

function isOnlyIn([first, ...rest]: readonly Reading[], others: readonly Reading[]): boolean {
  const isInAll = (root: string) => rest.every(({ roots }) => roots.includes(root))
  return (first?.roots ?? []).some((root) => isInAll(root) && !others.some(({ roots }) => roots.includes(root)))
}
