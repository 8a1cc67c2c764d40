import type { Background } from '../../model/background.ts'
import { folded, listItems, meaningfulWords } from './answer-text.ts'
import { rootsOf } from './clang.ts'
import { remembered } from './remembered.ts'

interface Phrase {
  readonly words: readonly string[]
  /** Stands for all names of the thing. A name is one word: “access” says nothing of what IAM is. */
  readonly thing: string
}

/** A text as it is compared, worked out once: every row is compared with every other one of its table. */
export interface Reading {
  readonly text: string
  readonly folded: string
  /** The words that carry meaning, each once: in the singular, all names of a thing as one word. */
  readonly words: ReadonlySet<string>
  /** The words of the whole, and of each thing that it lists. */
  readonly entries: readonly ReadonlySet<string>[]
  /** Of a list, the words of each of its parts, what stands in brackets aside; empty otherwise. */
  readonly parts: readonly ReadonlySet<string>[]
  /** The beginnings of its words. */
  readonly roots: readonly string[]
  /** The things that it names by any of their names. */
  readonly things: readonly string[]
  /** What a subject is looked up by: “AWS WAF” and “WAF” name the same. */
  readonly name: string
}

/** The words of a course: it knows which names mean the same thing, so that no answer is set against itself. */
export class Lexicon {
  /** Names by their first word, the longest first. */
  private readonly phrases = new Map<string, readonly Phrase[]>()
  private readonly things = new Set<string>()

  constructor(names: Background['names']) {
    for (const group of names) {
      const thing = meaningfulWords(group[0] ?? '').join(' ')
      for (const words of group.map(meaningfulWords)) {
        const [start] = words
        if (start === undefined || thing === '') continue
        this.things.add(thing)
        const all = [...(this.phrases.get(start) ?? []), { words, thing }]
        this.phrases.set(
          start,
          all.toSorted((one, other) => other.words.length - one.words.length),
        )
      }
    }
  }

  /** The words of a text that carry meaning, each once. */
  readonly contentWords = remembered((text): ReadonlySet<string> => new Set(this.named(meaningfulWords(text))))

  readonly read = remembered((text): Reading => {
    const words = this.contentWords(text)
    const parts = listItems(text)
    const isList = parts.length > 1
    const entries = isList ? [...new Set(parts)].map((part) => this.contentWords(part)) : []
    return {
      text,
      folded: folded(text),
      words,
      entries: [words, ...entries],
      parts: isList ? parts.map((part) => this.contentWords(part.replace(/\([^)]*\)/g, ''))) : [],
      roots: rootsOf(text),
      things: this.things.size === 0 ? [] : [...words].filter((word) => this.things.has(word)),
      name: [...words].join(' ') || folded(text),
    }
  })

  /**
   * Whether two answers could both be right for one question: one says no more than the other, as a whole or in one
   * of the things it lists. “IAM” and “IAM bucket policies” overlap, “Data collection” and “Data preparation” don't.
   */
  overlap(one: string, other: string): boolean {
    return areOverlapping(this.read(one), this.read(other))
  }

  private named(words: readonly string[]): readonly string[] {
    if (this.phrases.size === 0) return words
    const result: string[] = []
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? ''
      const phrase = this.phrases.get(word)?.find((name) => name.words.every((part, step) => words[at + step] === part))
      if (phrase === undefined) result.push(word)
      else {
        result.push(phrase.thing)
        at += phrase.words.length - 1
      }
    }
    return result
  }
}

/** The same for texts that are read already. */
export function areOverlapping(one: Reading, other: Reading): boolean {
  if (one.folded === other.folded) return true
  return one.entries.some((a) => other.entries.some((b) => isWithin(a, b) || isWithin(b, a)))
}

/** Whether a text, or one of the things it lists, says nothing that the other does not say too. */
export function isSaidBy(text: Reading, other: Reading): boolean {
  return text.entries.some((entry) => isWithin(entry, other.words))
}

/** Whether some words, of which there is at least one, are all among others. */
export function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (part.size === 0 || part.size > whole.size) return false
  for (const word of part) if (!whole.has(word)) return false
  return true
}
