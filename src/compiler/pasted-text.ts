import { isPasted } from './is-pasted.ts'
import { PastedDraft } from './pasted-draft.ts'
import type { PlacedLine, Repair } from './pasted-draft.ts'
import { claimFigures } from './pasted-figures.ts'
import { dropContents, dropFurniture } from './pasted-furniture.ts'
import { claimHeadings } from './pasted-headings.ts'
import { isBullet, labelled } from './pasted-line.ts'
import { claimTables } from './pasted-tables.ts'

/** Text that was copied from a page, with the marks of Markdown put back. */
export interface PastedText {
  readonly text: string
  /** The line of the file (from 1) that each line of `text` comes from. */
  readonly lines: readonly number[]
  readonly repairs: readonly Repair[]
}

/**
 * Puts back what copying a page takes away: heading marks, fences, whole rows, empty lines. Null for a text that needs
 * none of it. Nothing is reworded, and each change is said.
 */
export function repairPastedText(text: string): PastedText | null {
  const draft = new PastedDraft(text.split('\n'))
  claimTables(draft)
  if (!isPasted(draft)) return null
  dropFurniture(draft)
  const contents = dropContents(draft)
  claimFigures(draft)
  claimHeadings(draft, contents)
  const written = new Writer(draft).write()
  const repairs = draft.repairs.toSorted((one, other) => one.line - other.line)
  return { text: written.map((line) => line.text).join('\n'), lines: written.map(({ line }) => line), repairs }
}

type Shape = 'part' | 'list' | 'callout' | 'text'

/** Writes the lines as Markdown, with an empty line wherever a block ends. */
class Writer {
  private readonly written: PlacedLine[] = []
  private readonly draft: PastedDraft
  private readonly isWrapped: boolean
  /** Whether stars stand for themselves: somebody who writes bold text means the others too. */
  private readonly isPlain: boolean

  constructor(draft: PastedDraft) {
    this.draft = draft
    this.isWrapped = areWrapped(draft)
    this.isPlain = !draft.lines.some((line) => line.includes('**'))
  }

  write(): readonly PlacedLine[] {
    const { draft } = this
    let last: Shape | null = null
    for (let index = 0; index < draft.lines.length; index += 1) {
      const part = draft.part(index)
      if (part !== undefined) {
        if (part.kind !== 'dropped' && part.from === index) {
          this.part(index + 1)
          const isText = part.kind === 'table' || part.kind === 'heading'
          for (const line of part.lines) this.written.push(isText ? { ...line, text: this.escaped(line.text) } : line)
          last = 'part'
        }
        continue
      }
      const text = draft.text(index)
      if (text === '') {
        this.written.push({ text: '', line: index + 1 })
        continue
      }
      const shape = this.shapeOf(text)
      if (!this.goesOn(index, shape, last)) this.part(index + 1, last === 'text' && shape === 'text')
      this.written.push({ text: this.lineOf(index, shape), line: index + 1 })
      last = shape
    }
    return this.written
  }

  private shapeOf(text: string): Shape {
    if (isBullet(text)) return 'list'
    return labelled(text) === null ? 'text' : 'callout'
  }

  private lineOf(index: number, shape: Shape): string {
    const { draft } = this
    const text = draft.text(index)
    const said = shape === 'callout' ? labelled(text) : null
    if (said !== null) {
      draft.note(index, `“${said.label}” opens a callout.`)
      return `> **${said.label}:** ${this.escaped(said.rest)}`
    }
    if (shape !== 'list') return this.escaped(text).replace(/^(\d*)([#>+=~.)-])/, '$1\\$2')
    const indent = /^\s*/.exec(draft.lines[index] ?? '')?.[0] ?? ''
    const [, mark = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(text) ?? []
    if (/^(?:[-*+]|\d+[.)])$/.test(mark)) return `${indent}${mark} ${this.escaped(rest)}`
    draft.note(index, `The entry gets the mark of a list: “-” for “${mark}”.`)
    return `${mark === '◦' ? '  ' : indent}- ${this.escaped(rest)}`
  }

  /** Whether a line belongs to the block of the line above it. */
  private goesOn(index: number, shape: Shape, last: Shape | null): boolean {
    const before = this.written.at(-1)?.text ?? ''
    if (before === '' || last === null) return true
    if (shape === 'list') return last === 'list'
    if (shape !== 'text' || last === 'part') return false
    if (this.isWrapped) return true
    // A line that goes on in small letters was wrapped.
    return /^[\p{Ll},;)]/u.test(this.draft.text(index)) && !/[.!?:。]$/u.test(before)
  }

  /** What was shown on a page stands for itself: a star is a star. */
  private escaped(text: string): string {
    return this.isPlain ? text.replace(/[*_]|<(?=[a-z/!])/gi, '\\$&') : text
  }

  private part(line: number, isParagraph = false): void {
    const last = this.written.at(-1)
    if (last === undefined || last.text === '') return
    this.written.push({ text: '', line: last.line })
    if (isParagraph) this.draft.note(line - 1, 'The line is a paragraph of its own.')
  }
}

/** Whether the paragraphs were broken into lines of a fixed width, as in letters and plain text files. */
function areWrapped(draft: PastedDraft): boolean {
  let pairs = 0
  let wrapped = 0
  for (let index = 1; index < draft.lines.length; index += 1) {
    if (!draft.isFree(index) || !draft.isFree(index - 1)) continue
    pairs += 1
    if (/^\p{Ll}/u.test(draft.text(index)) && !/[.!?:]$/.test(draft.text(index - 1))) wrapped += 1
  }
  return wrapped >= 3 && wrapped * 3 >= pairs
}
