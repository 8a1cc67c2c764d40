import { readFileSync } from 'node:fs'
import { normalised } from '../compiler/source-lines.ts'
import type { SourceFile } from '../compiler/source-lines.ts'
import type { Source } from '../model/fact.ts'

/**
 * Finds the line of notes that a fact is written in, trimmed. Each file is read once.
 *
 * @param given Texts that no file holds, such as standard input.
 */
export function lineTexts(given: readonly SourceFile[]): (source: Source) => string {
  const known = new Map(given.map(({ path, text }) => [path, linesOf(text)]))
  return ({ file, line }) => {
    const lines = known.get(file) ?? linesOf(readFileSync(file, 'utf8'))
    known.set(file, lines)
    return lines[line - 1]?.trim() ?? ''
  }
}

function linesOf(text: string): readonly string[] {
  return normalised(text).split('\n')
}
