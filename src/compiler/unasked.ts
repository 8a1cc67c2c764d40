import type { SourceLines } from './source-lines.ts'
import { explainSilence } from './wishes.ts'

/** The paragraphs in a row that are read, not asked: one remark tells of them all, with their lines. */
export class Unasked {
  private found: number[] = []
  private readonly lines: SourceLines

  constructor(lines: SourceLines) {
    this.lines = lines
  }

  add(line: number): void {
    this.found.push(line)
  }

  /** Tells of those that were found since the last time. */
  tell(): void {
    const { lines, found } = this
    const [first, ...others] = found
    const last = others.at(-1)
    this.found = []
    if (first === undefined) return
    const range = last === undefined ? '' : `Lines ${lines.inFile(first)} to ${lines.inFile(last)}: `
    const what = last === undefined ? 'A paragraph is' : `${found.length} paragraphs are`
    explainSilence(lines, first, `${range}${what} read, not asked.`)
  }
}
