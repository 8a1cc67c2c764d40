/** A page says that it is open by holding a lock of its own. */
const PAGE = 'retain/page/'
const PACKING = 'retain/packing'

/** The open pages of this browser. */
export interface Pages {
  /** Those whose writers may still write; null where the browser can't tell. */
  readonly open: () => Promise<ReadonlySet<string> | null>
  /** Does something that only one page may do at a time; not at all while another one does it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

/** @param locks Undefined where the page was not served safely. */
export function pagesOf(locks: LockManager | undefined, writer: string): Pages {
  if (locks === undefined) return { open: () => Promise.resolve(null), alone: () => Promise.resolve() }
  // Held until the page is gone.
  void locks.request(PAGE + writer, () => new Promise<never>(() => undefined)).catch(() => undefined)
  return {
    async open() {
      const { held = [] } = await locks.query()
      const names = held.flatMap(({ name }) => (name?.startsWith(PAGE) === true ? [name.slice(PAGE.length)] : []))
      return new Set(names)
    },
    async alone(work) {
      await locks.request(PACKING, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await work()
      })
    },
  }
}
