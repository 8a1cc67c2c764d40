/** A source of numbers from 0 up to 1. The same seed gives the same numbers, on every device and in every version. */
export type Random = () => number

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to shuffle options and draw forms.
 * Written here, not taken from a library: a shared link must give the same form for ever, so it is part of our contract.
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A new array in random order (Fisher–Yates: every order is equally likely). */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1))
    const kept = result[last]
    const moved = result[pick]
    if (kept !== undefined && moved !== undefined) {
      result[last] = moved
      result[pick] = kept
    }
  }
  return result
}

/** A 32-bit number for a text (FNV-1a), to seed with and to name things by. Not for secrets. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
