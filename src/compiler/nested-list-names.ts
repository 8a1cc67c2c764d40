import type { SetId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { MarkdownEntry } from './markdown-tree.ts'
import { isTerm } from './titled-entry.ts'
import { named, NO_WISHES } from './wishes.ts'
import type { Wishes } from './wishes.ts'
import { textOf } from './list-facts.ts'

/**
 * What names the list below each entry: a sentence that ends in a colon, or a short term. Terms that stand side by
 * side name parallel lists: what is listed under one is not listed under the others.
 *
 * @param setFor Names the set that parallel lists share.
 */
export function nestedListNames(entries: readonly MarkdownEntry[], setFor: (name: string) => SetId): readonly Wishes[] {
  const heads = entries.map((entry) => (hasPlainList(entry) ? headOf(entry) : null))
  const lists = heads.filter((head) => head !== null)
  const isParallel = lists.length >= 2 && new Set(lists).size === lists.length
  const beside = isParallel ? { lists, set: setFor(lists.join(' ')) } : null
  return entries.map((entry, index) => {
    const text = textOf(entry)
    const head = heads[index] ?? null
    const asked = named(text, null)
    if (head === null) return asked
    return { ...NO_WISHES, name: { words: head, line: null, notes: notesIn(text), beside } }
  })
}

/** A list of its own, without order, right below the words. */
function hasPlainList({ children }: MarkdownEntry): boolean {
  const [words, below, ...others] = children
  return words?.kind === 'paragraph' && below?.kind === 'list' && !below.ordered && others.length === 0
}

function headOf(entry: MarkdownEntry): string | null {
  const [first] = textOf(entry)
  // A table of contents leads to headings; it says nothing of its own.
  if (first?.kind === 'link' && first.href.startsWith('#')) return null
  const words = plainText(textOf(entry)).replace(/\s*:$/, '')
  return isTerm(words) && !/:\s|\s[—–-]\s|[.!?]$/.test(words) ? words : null
}
