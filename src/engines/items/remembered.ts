/** More texts than the largest course holds; then all are forgotten, so that no number of imports fills the memory. */
const MOST = 20_000

/**
 * A pure function of a text that works each text out once. Every row is compared with every other row of its table,
 * over and over: without this, generating the items of one topic takes half a second.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, result)
    return result
  }
}
