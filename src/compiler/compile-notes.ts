import { noteId } from '../model/ids.ts'
import type { NoteId } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Note, Verdict } from '../model/topic.ts'
import type { Definition, MarkdownFile } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

const VERDICTS: readonly (readonly [Verdict, RegExp])[] = [
  ['disputed', /^disputed\b/i],
  ['correction', /^correction\b/i],
  ['scope', /^(?:out of )?scope\b/i],
]

/** Reads the footnotes. A bold first word says what a footnote does to the statement it stands beside. */
export function compileNotes({ notes, definitions }: MarkdownFile, lines: SourceLines): readonly Note[] {
  reportDefinitions(definitions, new Set(notes.map(({ label }) => label)), lines)
  return notes.map(({ label, text, line }): Note => {
    const [lead, ...rest] = text
    const word = lead?.kind === 'strong' ? plainText([lead]) : ''
    const verdict = VERDICTS.find(([, words]) => words.test(word))?.[0] ?? 'remark'
    if ((verdict === 'disputed' || verdict === 'correction') && !hasLink(text)) {
      const hint = 'End the footnote with “Source: [title](https://…)”.'
      lines.report('warning', 'unsourced-note', lines.at(line), `The ${verdict} “${label}” names no source.`, hint)
    }
    return { id: noteId(label), verdict, text: verdict === 'remark' ? text : trimmed(rest), line }
  })
}

function reportDefinitions(definitions: readonly Definition[], used: ReadonlySet<string>, lines: SourceLines): void {
  const first = new Map<string, number>()
  for (const { label, line } of definitions) {
    const before = first.get(label)
    if (before !== undefined) {
      const message = `The footnote “${label}” is defined here and on line ${before}. Only the last one counts.`
      const hint = 'Give one of them a label of its own.'
      lines.report('error', 'duplicate-note', lines.at(line), message, hint)
      continue
    }
    first.set(label, line)
    if (used.has(label)) continue
    const message = `Nothing refers to the footnote “${label}”, so it is left out.`
    const hint = `Put [^${label}] behind the words it speaks of.`
    lines.report('warning', 'unused-note', lines.at(line), message, hint)
  }
}

/** Footnotes by id, with what they say about their statement. */
export function verdictsOf(notes: readonly Note[]): ReadonlyMap<NoteId, Verdict> {
  return new Map(notes.map(({ id, verdict }) => [id, verdict]))
}

function hasLink(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.kind === 'link' || ('children' in inline && hasLink(inline.children)))
}

function trimmed(text: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = text
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.trimStart() }, ...rest] : text
}
