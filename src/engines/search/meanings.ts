import type { Token } from './tokens.ts'
import type { Expansion, Vocabulary } from './vocabulary.ts'

/** What a word of the query may mean: words of the notes, each with how near it is. */
export type Meaning = ReadonlyMap<string, Expansion>

const SHORTEST_MISJOINED = 3

/** What each word of the query may mean, alone or joined with a neighbour: "cloud trail" also means CloudTrail. */
export function meaningsOf(words: readonly Token[], vocabulary: Vocabulary): readonly Meaning[] {
  const joins = words.slice(1).map((next, place) => joined(words[place]?.word ?? '', next.word, vocabulary))
  return words.map(({ word }, place) => {
    const isLast = place === words.length - 1
    // Who is still typing begins with one letter; a lone letter further in front is a word.
    const own = vocabulary.expand(word).filter(({ closeness }) => isLast || word.length > 1 || closeness === 'exact')
    const meaning = new Map<string, Expansion>()
    for (const expansion of [...own, ...(joins[place - 1] ?? []), ...(joins[place] ?? [])]) {
      if (expansion.weight > (meaning.get(expansion.word)?.weight ?? 0)) meaning.set(expansion.word, expansion)
    }
    return meaning
  })
}

/** Two words that happen to stand side by side look like many a third word, so only one slip is forgiven. */
function joined(one: string, other: string, vocabulary: Vocabulary): readonly Expansion[] {
  const slips = Math.min(one.length, other.length) >= SHORTEST_MISJOINED ? 1 : 0
  return vocabulary.expand(one + other).filter((expansion) => expansion.slips <= slips)
}
