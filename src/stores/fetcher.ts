export type Loaders<T> = Readonly<Record<string, () => Promise<T>>>

/** What was fetched, by its id, and of which that failed. */
export interface Fetched<Id extends string, T> {
  readonly loaded: ReadonlyMap<Id, T>
  readonly failed: ReadonlySet<Id>
}

/** Fetches something of a topic or a course once, however many ask for it. Null when that failed; asked again, it tries again. */
export function fetcherOf<Id extends string, T>(
  loaders: Loaders<T>,
  read: () => Fetched<Id, T>,
  write: (fetched: Fetched<Id, T>) => void,
): (id: Id) => Promise<T | null> {
  const pending = new Map<Id, Promise<T | null>>()

  async function fetched(id: Id): Promise<T | null> {
    const { loaded, failed } = read()
    if (failed.has(id)) write({ loaded, failed: new Set([...failed].filter((other) => other !== id)) })
    try {
      const value = await loaderOf(id)()
      const now = read()
      // Notes that were edited meanwhile are newer than what was fetched.
      const current = now.loaded.get(id) ?? value
      write({ ...now, loaded: new Map(now.loaded).set(id, current) })
      return current
    } catch {
      const now = read()
      write({ ...now, failed: new Set(now.failed).add(id) })
      return null
    }
  }

  function loaderOf(id: Id): () => Promise<T> {
    const loader = Object.hasOwn(loaders, id) ? loaders[id] : undefined
    if (loader === undefined) throw new Error(`Expected a loader for ${id}`)
    return loader
  }

  return (id) => {
    const known = read().loaded.get(id)
    if (known !== undefined) return Promise.resolve(known)
    const running = pending.get(id) ?? fetched(id).finally(() => pending.delete(id))
    pending.set(id, running)
    return running
  }
}
