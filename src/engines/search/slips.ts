/** The words that become this one when two neighbours are swapped. */
export function swapsOf(word: string): readonly string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, place) =>
      word.slice(0, place) +
      word
        .slice(place, place + 2)
        .split('')
        .toReversed()
        .join('') +
      word.slice(place + 2),
  )
}
