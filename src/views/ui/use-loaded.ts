import { useEffect, useState } from 'react'

/**
 * What was loaded when the part was first shown, and again when it is asked for; null until it is there.
 *
 * @param load Must not reject.
 */
export function useLoaded<T>(load: () => Promise<T>): readonly [value: T | null, again: () => void] {
  const [value, setValue] = useState<T | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    async function fetch() {
      const loaded = await load()
      if (isWanted) setValue(loaded)
    }
    void fetch()
    return () => {
      isWanted = false
    }
  }, [round])
  return [value, () => setRound((last) => last + 1)]
}
