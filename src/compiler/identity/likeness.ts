import { wordsOf } from './fingerprint.ts'

/**
 * How two subjects, headings or columns resemble each other.
 * same: equal · alike: a slip of the pen, or the same words in another order · part: one has all words of the other ·
 * near: much in common · far: anything else.
 */
export interface Likeness {
  readonly degree: 'same' | 'alike' | 'part' | 'near' | 'far'
  /** 0 to 1, to compare candidates. */
  readonly score: number
}

/** The words that the notes used before, and those that they use now. */
export interface Vocabulary {
  readonly before: { has(word: string): boolean }
  readonly now: { has(word: string): boolean }
}

const SAME: Likeness = { degree: 'same', score: 1 }
const FAR: Likeness = { degree: 'far', score: 0 }
const NEGATIONS = /^(?:no|not|non|never|without|none|neither|nor|un|except)$/

/** Compares two folded texts. */
export function likeness(one: string, other: string, vocabulary: Vocabulary): Likeness {
  if (one === other) return SAME
  const [words, others] = [wordsOf(one), wordsOf(other)]
  if (words.length === 0 || others.length === 0) return FAR
  if (words.join('') === others.join('')) return { degree: 'alike', score: 0.95 }
  const gone = words.filter((word) => !others.includes(word))
  const come = others.filter((word) => !words.includes(word))
  const equal = words.length - gone.length
  const slips = slipsBetween(gone, come, vocabulary)
  const [left, right] = [gone.length - slips, come.length - slips]
  const most = Math.max(words.length, others.length)
  const share = (equal + slips * 0.9) / most
  if (left === 0 && right === 0) return { degree: 'alike', score: Math.max(0.85, share * 0.95) }
  // One word in two, or two in one: “data center”, “datacenter”.
  if (gone.join('') === come.join('')) return { degree: 'alike', score: 0.95 }
  if (isAcronym(words, others) || isAcronym(others, words)) return { degree: 'near', score: 0.7 }
  // No number and no “not” may come, go or change: they make another thing of it.
  const odd = [...gone, ...come].filter((word) => /\p{N}/u.test(word) || NEGATIONS.test(word))
  if (odd.length > 0) return FAR
  const isPart = left === 0 || right === 0
  if (isPart && equal + slips >= 3 && share >= 0.7) return { degree: 'alike', score: share }
  if (isPart && equal + slips > 0 && share >= 0.3) return { degree: 'part', score: share }
  if (share >= 0.5) return { degree: 'near', score: share }
  const isOneWord = words.length === 1 && others.length === 1
  return isOneWord && distance(one, other) === 1 && one.length > 2 ? { degree: 'near', score: 0.6 } : FAR
}

/** How many of the words that went came back misspelt, or spelt right. */
function slipsBetween(gone: readonly string[], come: readonly string[], vocabulary: Vocabulary): number {
  const left = new Set(come)
  let count = 0
  for (const word of gone) {
    const slip = [...left].find((other) => isSlip(word, other, vocabulary))
    if (slip === undefined) continue
    left.delete(slip)
    count += 1
  }
  return count
}

/**
 * Whether one word is the other misspelt. Words that the notes use beside each other are two words, however close they
 * are (“symmetric” and “asymmetric”, “ingress” and “egress”), and so are short ones and numbers (“HTTP” and “HTTPS”).
 */
function isSlip(word: string, other: string, { before, now }: Vocabulary): boolean {
  const shorter = Math.min(word.length, other.length)
  if (shorter < 5 || /\p{N}/u.test(word + other)) return false
  const [isOldKnown, isNewKnown] = [now.has(word), before.has(other)]
  if (isOldKnown && isNewKnown) return false
  if (plain(word) === plain(other)) return true
  const apart = distance(word, other)
  if (apart > (shorter >= 9 ? 2 : 1)) return false
  if (word.charAt(0) === other.charAt(0)) return true
  // The first letter carries most: “batch” and “patch”, “typical” and “atypical”.
  const isPrefix = word === `a${other}` || other === `a${word}`
  return apart === 1 && shorter >= 6 && !isPrefix
}

/** Without accents: typed on another keyboard. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
}

function isAcronym(words: readonly string[], others: readonly string[]): boolean {
  const [short = '', ...more] = others
  return more.length === 0 && words.length > 1 && words.map((word) => word.charAt(0)).join('') === short
}

/** Letters to add, drop, change or swap with their neighbour to make one word of the other; 3 stands for more. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let [before, last]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isEqual = one[row - 1] === other[column - 1]
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isEqual ? 0 : 1),
          isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = last
    last = line
  }
  return Math.min(3, last[other.length] ?? 3)
}
