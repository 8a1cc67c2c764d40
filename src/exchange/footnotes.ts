import { inOneLine } from './markdown-words.ts'

/** The remarks of a text: each is written once at its end, whatever refers to it. */
export class Footnotes {
  private readonly numbers = new Map<string, number>()

  /** The marks of some remarks, to stand behind what they are about. */
  marks(remarks: string): string {
    const lines = remarks.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => `[^${this.numberOf(line)}]`).join('')
  }

  lines(): readonly string[] {
    return [...this.numbers].map(([line, number]) => `[^${number}]: ${noteOf(line)}`)
  }

  private numberOf(line: string): number {
    const number = this.numbers.get(line) ?? this.numbers.size + 1
    this.numbers.set(line, number)
    return number
  }
}

/** The verdict is in bold, as notes have it; where there is none, nothing is. */
function noteOf(line: string): string {
  const [, verdict, rest = ''] = /^(Disputed|Correction|Scope)\.\s*(.*)$/s.exec(line) ?? []
  return verdict === undefined ? inOneLine(line.replace(/^Remark\.\s*/, '')) : `**${verdict}.** ${inOneLine(rest)}`
}
