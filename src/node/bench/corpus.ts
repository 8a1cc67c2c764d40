import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../model/random.ts'
import type { Random } from '../../model/random.ts'
import { AREAS, COLUMNS, CONDITIONS, KINDS, NEEDS, OBJECTS, OWNERS, QUALITIES, VERBS } from './corpus-words.ts'

/** 40 files of this size are a mebibyte, but for 16 bytes. */
export const FILE_BYTES = 26_214
export const FILES_OF_A_MEBIBYTE = 40

/** One cell in seven has a mark in it. */
const MARKED = 0.15

export interface CorpusFile {
  readonly name: string
  readonly text: string
}

/** Notes that are mostly tables. The same count gives the same files, and a larger one gives those and more. */
export function corpusOf(count: number): readonly CorpusFile[] {
  return Array.from({ length: count }, (_, index) => ({ name: `notes-${index + 1}.md`, text: notesOf(index) }))
}

/** Writes the corpus into a folder, which is made. */
export function writeCorpus(folder: string, files: readonly CorpusFile[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
}

function notesOf(index: number): string {
  const random = randomFrom(index + 1)
  const area = AREAS[index % AREAS.length] ?? AREAS[0]
  const writer = new NotesWriter(random)
  let text = `# ${area}, part ${index + 1}\n\n${writer.sentences(2)}\n`
  for (let number = 1; ; number += 1) {
    const section = `\n${writer.section(number)}`
    if (text.length + section.length >= FILE_BYTES) break
    text += section
  }
  // What is left is filled with sentences, and cut within one: all files are of one size.
  text += `\n${writer.sentences(60)}`
  return `${text.slice(0, FILE_BYTES - 1)}\n`
}

class NotesWriter {
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  /** A heading, a sentence or two, and one thing to learn. Most are tables. */
  section(number: number): string {
    const heading = `## ${number}. ${this.subject()}: ${this.pick(AREAS).toLowerCase()}\n\n${this.sentences(1)}\n\n`
    const turn = this.random()
    if (turn < 0.2) return heading + this.relation(1)
    if (turn < 0.5) return heading + this.relation(2)
    if (turn < 0.68) return heading + this.relation(3)
    if (turn < 0.78) return heading + this.scenarios()
    if (turn < 0.86) return heading + this.terms()
    if (turn < 0.92) return heading + this.list()
    if (turn < 0.97) return `${heading}> **Exam tip:** ${this.sentences(1)} **${this.clause()}**.\n`
    return `${heading}${this.sentences(4)}\n`
  }

  sentences(count: number): string {
    return Array.from({ length: count }, () => `${this.subject()} ${this.clause()}.`).join(' ')
  }

  private relation(columns: number): string {
    const isOwned = columns > 1
    const heads = this.several(COLUMNS, isOwned ? columns - 1 : columns)
    return this.table([this.pick(['Service', 'Part', 'Resource']), ...(isOwned ? ['Owner'] : []), ...heads], () => [
      this.subject(),
      ...(isOwned ? [this.pick(OWNERS)] : []),
      ...heads.map(() => this.cell()),
    ])
  }

  private scenarios(): string {
    return this.table(['Scenario', 'Correct answer'], () => [
      `${this.pick(NEEDS)} ${this.pick(OBJECTS)} ${this.pick(CONDITIONS)}`,
      this.subject(),
    ])
  }

  private terms(): string {
    return this.lines(() => `- **${this.subject()}:** ${this.clause()}.`)
  }

  private list(): string {
    return `What a good design does:\n\n${this.lines(() => `- ${this.pick(VERBS)} ${this.marked(this.pick(OBJECTS))} ${this.pick(CONDITIONS)}`)}`
  }

  private table(header: readonly string[], row: () => readonly string[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
    return `${line(header)}\n|${'---|'.repeat(header.length)}\n${this.lines(() => line(row()))}`
  }

  private lines(line: () => string): string {
    const count = 5 + Math.floor(this.random() * 8)
    return Array.from({ length: count }, () => `${line()}\n`).join('')
  }

  private cell(): string {
    const words = this.clause()
    return this.random() < MARKED ? this.marked(words) : words
  }

  /** Words with a part that is bold, code, or a link. */
  private marked(words: string): string {
    const [first = '', ...others] = words.split(' ')
    const rest = others.join(' ')
    return this.pick([
      `**${first}** ${rest}`,
      `${first} \`${rest}\``,
      `[${first}](https://example.org/${first}) ${rest}`,
    ])
  }

  private clause(): string {
    return `${this.pick(VERBS)} ${this.pick(OBJECTS)} ${this.pick(CONDITIONS)}`
  }

  /** The number makes most subjects of a file different ones, as names are. */
  private subject(): string {
    return `${this.pick(QUALITIES)} ${this.pick(KINDS)} ${1 + Math.floor(this.random() * 99)}`
  }

  private several<T>(values: readonly T[], count: number): readonly T[] {
    const start = Math.floor(this.random() * values.length)
    return Array.from({ length: count }, (_, offset) => this.at(values, start + offset))
  }

  private pick<T>(values: readonly T[]): T {
    return this.at(values, Math.floor(this.random() * values.length))
  }

  private at<T>(values: readonly T[], index: number): T {
    const value = values[index % values.length]
    if (value === undefined) throw new Error('Expected a list with something in it')
    return value
  }
}
