import type { KeyValueStorage } from '../../../src/journal/web/key-value-storage.ts'

/** A storage as a browser has it, which a test can look into, limit, and break. */
export class TemporaryStorage implements KeyValueStorage {
  readonly values = new Map<string, string>()
  /** Characters that fit, keys included. */
  room = Number.POSITIVE_INFINITY
  /** What reading a value, or writing one, throws. */
  readError: Error | null = null
  writeError: Error | null = null

  constructor(values: Readonly<Record<string, string>> = {}) {
    for (const [key, value] of Object.entries(values)) this.values.set(key, value)
  }

  get length(): number {
    return this.values.size
  }

  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null
  }

  getItem(key: string): string | null {
    if (this.readError !== null) throw this.readError
    return this.values.get(key) ?? null
  }

  removeItem(key: string): void {
    this.values.delete(key)
  }

  setItem(key: string, value: string): void {
    if (this.writeError !== null) throw this.writeError
    const others = [...this.values].filter(([name]) => name !== key)
    const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
    if (used + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.values.set(key, value)
  }
}
