/** The part of the browser's Storage that is used. */
export type KeyValueStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** Firefox has a name of its own for a full storage. */
const FULL: ReadonlySet<string> = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])

export function isQuota(error: unknown): boolean {
  return error instanceof DOMException && FULL.has(error.name)
}

/** The browser's localStorage, or null when it is switched off (reading the property itself can throw). */
export function browserStorage(): KeyValueStorage | null {
  try {
    const { localStorage } = window
    localStorage.getItem('retain/format')
    return localStorage
  } catch {
    return null
  }
}
