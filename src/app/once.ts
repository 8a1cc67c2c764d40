/** Fetched once, however many ask, and then the same promise each time; should it fail, the next who asks tries again. */
export function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () =>
    (running ??= fetch().catch((error: unknown) => {
      running = null
      throw error
    }))
}
