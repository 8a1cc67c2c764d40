import type { Posting } from './postings.ts'
import type { Token } from './tokens.ts'
import type { Expansion, Vocabulary } from './vocabulary.ts'

/** What a suggestion is made of. */
export interface Wording {
  readonly vocabulary: Vocabulary
  readonly postings: ReadonlyMap<string, Posting>
  /** How each word is first written in the notes. */
  readonly spellings: ReadonlyMap<string, string>
}

/** The query with each word that the notes don't hold replaced by the nearest one that they do. Null: nothing to replace. */
export function didYouMean(query: string, words: readonly Token[], wording: Wording): string | null {
  let suggestion = ''
  let end = 0
  let isChanged = false
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place]
    const next = words[place + 1]
    if (word === undefined || isHeld(words, place, wording)) continue
    const alone = slipped(word.word, wording)
    const joined = next === undefined ? [] : slipped(word.word + next.word, wording).filter(({ slips }) => slips === 1)
    const best = [...alone, ...joined].toSorted((one, other) => order(one, other, wording))[0]
    if (best === undefined) continue
    const isJoined = joined.includes(best)
    suggestion += query.slice(end, word.from) + spelt(best.word, query.charAt(word.from), wording)
    end = isJoined && next !== undefined ? next.to : word.to
    isChanged = true
    if (isJoined) place += 1
  }
  return isChanged ? (suggestion + query.slice(end)).trim() : null
}

/** Whether the notes hold the word, or its beginning, alone or together with a neighbour: "cloud trail". */
function isHeld(words: readonly Token[], place: number, { vocabulary }: Wording): boolean {
  const word = words[place]?.word ?? ''
  const before = words[place - 1]
  const next = words[place + 1]
  const readings = [word, ...(before ? [before.word + word] : []), ...(next ? [word + next.word] : [])]
  return readings.some((reading) => vocabulary.expand(reading).some(({ closeness }) => closeness !== 'fuzzy'))
}

function slipped(word: string, { vocabulary }: Wording): readonly Expansion[] {
  return vocabulary.expand(word).filter(({ closeness }) => closeness === 'fuzzy')
}

/** As in the notes, where it may stand first in a sentence: "Encryption" is written as the learner began it. */
function spelt(word: string, begun: string, { spellings }: Wording): string {
  const spelling = spellings.get(word) ?? word
  return /^\p{Lu}\p{Ll}+$/u.test(spelling) && /\p{Ll}/u.test(begun) ? spelling.toLowerCase() : spelling
}

/** The nearest first; of equally near words the one that more entries hold. */
function order(one: Expansion, other: Expansion, { postings }: Wording): number {
  const heldBy = ({ word }: Expansion) => postings.get(word)?.entries.length ?? 0
  return other.weight - one.weight || heldBy(other) - heldBy(one) || (one.word < other.word ? -1 : 1)
}
