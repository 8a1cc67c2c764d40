import type { AttemptId } from '../../model/ids.ts'

const ATTEMPT = 'retain/attempt/'

/** One page's place at an attempt. */
export interface AttemptPlace {
  /** Takes the attempt from the page that holds it. */
  readonly takeOver: () => void
  /** Leaves it to others. */
  readonly leave: () => void
}

/**
 * Lets one page at a time work on an attempt. The first one has it; another one gets it when the first is closed or
 * crashes, or when it takes it over.
 *
 * @param locks Undefined where the page was not served safely; then every page has it, and their events are united.
 * @param onChange Is told whether this page has it, each time that changes.
 */
export function placeAt(
  locks: LockManager | undefined,
  attempt: AttemptId,
  onChange: (isHeld: boolean) => void,
): AttemptPlace {
  if (locks === undefined) {
    onChange(true)
    return { takeOver: () => undefined, leave: () => undefined }
  }
  let hasLeft = false
  let letGo = (): void => undefined
  let queue: AbortController | null = null

  const hold = (): Promise<void> => {
    if (hasLeft) return Promise.resolve()
    onChange(true)
    return new Promise((resolve) => {
      letGo = resolve
    })
  }
  /** Rejected when another page takes it, and when the place in the queue is given up. */
  const request = (options: LockOptions, signal: AbortSignal | null = null): void => {
    locks
      .request(ATTEMPT + attempt, signal === null ? options : { ...options, signal }, async (lock) => {
        if (lock === null) wait()
        else await hold()
      })
      .catch(() => {
        if (!hasLeft && signal?.aborted !== true) wait()
      })
  }
  const wait = (): void => {
    if (hasLeft) return
    onChange(false)
    queue = new AbortController()
    request({}, queue.signal)
  }

  request({ ifAvailable: true })
  return {
    takeOver() {
      queue?.abort()
      request({ steal: true })
    },
    leave() {
      hasLeft = true
      queue?.abort()
      letGo()
    },
  }
}

/** Whether some page works on an attempt now: that page alone knows its time to the end. */
export async function isHeld(locks: LockManager | undefined, attempt: AttemptId): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {}
  return held.some(({ name }) => name === ATTEMPT + attempt)
}
