/** A line of the repaired text, and the line of the file (from 1) that it comes from. */
export interface PlacedLine {
  readonly text: string
  readonly line: number
}

/** What was changed, and where in the file. */
export interface Repair {
  readonly line: number
  readonly message: string
}

export type PartKind = 'dropped' | 'heading' | 'table' | 'figure'

/** Some lines of the text whose meaning is known. `from` and `to` count from 0; `to` is the line behind the last. */
export interface Part {
  readonly kind: PartKind
  readonly from: number
  readonly to: number
  readonly lines: readonly PlacedLine[]
}

/** A pasted text while it is being understood: each stage claims the lines that it knows, and says what it changes. */
export class PastedDraft {
  readonly lines: readonly string[]
  readonly repairs: Repair[] = []
  private readonly parts: (Part | undefined)[]

  constructor(lines: readonly string[]) {
    this.lines = lines
    this.parts = lines.map(() => undefined)
  }

  text(index: number): string {
    return this.lines[index]?.trim() ?? ''
  }

  part(index: number): Part | undefined {
    return this.parts[index]
  }

  /** Whether a line holds words that no stage has claimed. */
  isFree(index: number): boolean {
    return this.parts[index] === undefined && this.text(index) !== ''
  }

  claim(kind: PartKind, from: number, to: number, lines: readonly PlacedLine[]): void {
    const part: Part = { kind, from, to, lines }
    for (let index = from; index < to; index += 1) this.parts[index] = part
  }

  drop(from: number, to: number, message: string): void {
    this.claim('dropped', from, to, [])
    this.note(from, message)
  }

  note(index: number, message: string): void {
    this.repairs.push({ line: index + 1, message })
  }

  /** The next line that holds words and is not left out; -1 behind the last one. */
  next(index: number): number {
    for (let at = index + 1; at < this.lines.length; at += 1) {
      if (this.text(at) !== '' && this.parts[at]?.kind !== 'dropped') return at
    }
    return -1
  }
}
