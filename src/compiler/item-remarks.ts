import type { Rule } from '../model/diagnostic.ts'
import type { SourceLines } from './source-lines.ts'

/** Tells what is wrong with the questions of a file, and counts what keeps them from being asked. */
export class ItemRemarks {
  errors = 0
  private readonly lines: SourceLines

  constructor(lines: SourceLines) {
    this.lines = lines
  }

  /** The question is not asked. */
  refuse(rule: Rule, line: number, message: string, hint: string): null {
    this.errors += 1
    this.lines.report('error', rule, this.lines.at(line), message, hint)
    return null
  }

  warn(rule: Rule, line: number, message: string, hint: string): void {
    this.lines.report('warning', rule, this.lines.at(line), message, hint)
  }
}
