import { sectionId, slug } from '../model/ids.ts'
import type { SectionId } from '../model/ids.ts'

export interface Heading {
  readonly id: SectionId
  readonly level: number
  readonly number: string
  readonly title: string
  readonly path: readonly string[]
}

/**
 * Names headings as they come: an anchor of their own words. Where several headings of the file have the same words,
 * each has its parent's anchor in front, the first one as well: their order must not decide which is which.
 */
export class SectionOutline {
  private readonly taken = new Set<string>()
  private readonly copies = new Map<string, number>()
  private readonly open: Heading[] = []
  private readonly shared: ReadonlySet<string>

  /** @param headings The words of all headings of the file. */
  constructor(headings: readonly string[] = []) {
    const once = new Set<string>()
    const shared = new Set<string>()
    for (const words of headings) {
      const anchor = slug(partsOf(words).title)
      if (once.has(anchor)) shared.add(anchor)
      once.add(anchor)
    }
    this.shared = shared
  }

  /** Opens a heading below the last one of a lesser level. */
  enter(level: number, words: string): Heading {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
    const parent = this.open.at(-1)
    const { number, title } = partsOf(words)
    const heading: Heading = {
      id: this.anchor(slug(title), parent),
      level,
      number,
      title,
      path: [...(parent?.path ?? []), title],
    }
    this.open.push(heading)
    return heading
  }

  private anchor(own: string, parent: Heading | undefined): SectionId {
    let free = own === '' ? 'section' : own
    if ((this.shared.has(free) || this.taken.has(free)) && parent !== undefined) free = `${parent.id}-${free}`
    const base = free
    while (this.taken.has(free)) {
      const copy = (this.copies.get(base) ?? 1) + 1
      this.copies.set(base, copy)
      free = `${base}-${copy}`
    }
    this.taken.add(free)
    return sectionId(free)
  }
}

/** "4. Title" and "4.1 Title" are numbered; "5 reasons" and "2026 in review" are not. */
function partsOf(words: string): { readonly number: string; readonly title: string } {
  const [, number = '', title = words] =
    /^(\d+(?:\.\d+)+(?=\.?\s)|\d+(?=[.)]\s))[.)]?\s+(?:[-–—]\s+)?(.+)$/.exec(words) ?? []
  return { number, title }
}
