import { plainText } from '../model/inline.ts'
import type { Place } from '../model/item.ts'
import type { TextLine } from './dialect-lines.ts'
import type { Oddity } from './markdown-tree.ts'
import { placeLinked } from './notes-place.ts'
import type { LinkedTopic } from './notes-place.ts'
import type { SourceLines } from './source-lines.ts'

export interface Rationale {
  readonly text: string
  /** The place in the notes that it links to. */
  readonly place: Place | null
}

/** Reads why an option is right or wrong, and finds the place in the notes that this links to. */
export class RationaleReader {
  /** Links that lead out of the file and are no address, by their line. */
  private readonly links: ReadonlyMap<number, readonly string[]>
  private readonly topics: readonly LinkedTopic[]
  private readonly lines: SourceLines

  constructor(oddities: readonly Oddity[], topics: readonly LinkedTopic[], lines: SourceLines) {
    const links = new Map<number, string[]>()
    for (const { kind, text, line } of oddities) {
      if (kind === 'link') links.set(line, [...(links.get(line) ?? []), text])
    }
    this.links = links
    this.topics = topics
    this.lines = lines
  }

  read(lines: readonly TextLine[]): Rationale {
    let place: Place | null = null
    const texts = lines.map(({ text, line }) => {
      let words = plainText(text)
      for (const href of this.links.get(line) ?? []) {
        const found = placeLinked(href, this.topics)
        if (found === undefined) continue
        place ??= found
        words = withoutLink(words, this.wordsOf(href, line))
      }
      return words
    })
    return { text: texts.filter((words) => words !== '').join(' '), place }
  }

  /** The remarks that are left: a link that was understood is none, and one to a heading that is gone is told. */
  unread(oddities: readonly Oddity[]): readonly Oddity[] {
    return oddities.filter(({ kind, text, line }) => {
      const place = kind === 'link' ? placeLinked(text, this.topics) : undefined
      if (place === null) {
        const message = `The notes have no place “${text}”.`
        const hint = 'Link to a file of notes and one of its headings: ../domain-5.md#key-types.'
        this.lines.report(
          'warning',
          'unknown-place',
          this.lines.find(line, text, 0) ?? this.lines.at(line),
          message,
          hint,
        )
      }
      return place === undefined
    })
  }

  /** The words in the brackets before an address. */
  private wordsOf(href: string, line: number): string {
    const [before = ''] = this.lines.textOf(line).split(`](${href}`)
    return before.slice(before.lastIndexOf('[') + 1)
  }
}

/** The app has a link of its own behind the text: “It reads S3. [Notes](…)” needs no second one. */
function withoutLink(text: string, words: string): string {
  if (words === '') return text
  const bracketed = text.replace(new RegExp(`\\s*\\(${escaped(words)}\\)(?=[.!?]?$)`), '')
  return bracketed.replace(new RegExp(`(?<=^|[.!?…])\\s*${escaped(words)}\\.?$`), '')
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
