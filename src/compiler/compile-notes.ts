import { noteId } from '../model/ids.ts'
import type { NoteId } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Note, Verdict } from '../model/topic.ts'
import type { MarkdownFile } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

const VERDICTS: readonly (readonly [Verdict, RegExp])[] = [
  ['disputed', /^disputed\b/i],
  ['correction', /^correction\b/i],
  ['scope', /^(?:out of )?scope\b/i],
]

/** Reads the footnotes. A bold first word says what a footnote does to the statement it stands beside. */
export function compileNotes({ notes, unusedNotes }: MarkdownFile, text: string, lines: SourceLines): readonly Note[] {
  const compiled = notes.map(({ label, text: inlines, line }): Note => {
    const [lead, ...rest] = inlines
    const word = lead?.kind === 'strong' ? plainText([lead]) : ''
    const verdict = VERDICTS.find(([, words]) => words.test(word))?.[0] ?? 'remark'
    if ((verdict === 'disputed' || verdict === 'correction') && !hasLink(inlines)) {
      const hint = 'End the footnote with “Source: [title](https://…)”.'
      lines.report('warning', 'unsourced-note', lines.at(line), `The ${verdict} “${label}” names no source.`, hint)
    }
    return { id: noteId(label), verdict, text: verdict === 'remark' ? inlines : trimmed(rest), line }
  })
  for (const label of unusedNotes) {
    const place = lines.at(lineOf(text, `[^${label}]:`))
    lines.report('warning', 'unused-note', place, `Nothing refers to the footnote “${label}”.`, `Put [^${label}] where it belongs.`)
  }
  return compiled
}

/** Footnotes by id, with what they say about their statement. */
export function verdictsOf(notes: readonly Note[]): ReadonlyMap<NoteId, Verdict> {
  return new Map(notes.map(({ id, verdict }) => [id, verdict]))
}

/** Reports references to footnotes that are defined nowhere: the parser leaves them as text. */
export function reportUnknownNotes(text: string, lines: SourceLines): void {
  const defined = new Set([...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(([, label]) => label))
  let isFenced = false
  text.split('\n').forEach((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced
    if (isFenced) return
    const prose = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
    for (const match of prose.matchAll(/\[\^([^\]\s]+)\]/g)) {
      const label = match[1] ?? ''
      if (defined.has(label)) continue
      const place = { line: index + 1, column: match.index + 1 }
      const hint = `Add a line “[^${label}]: …”.`
      lines.report('error', 'unknown-note', place, `The footnote “${label}” is not defined.`, hint)
    }
  })
}

function lineOf(text: string, start: string): number {
  return text.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1
}

function hasLink(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.kind === 'link' || ('children' in inline && hasLink(inline.children)))
}

function trimmed(text: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = text
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.trimStart() }, ...rest] : text
}
