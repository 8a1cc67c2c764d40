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

/** The same for what is made of an object: it is forgotten together with the object. */
export function rememberedFor<Key extends object, T extends object>(work: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const result = work(key)
    known.set(key, result)
    return result
  }
}
