import type { NoteId } from '../../model/ids.ts'
import type { Note, Verdict } from '../../model/topic.ts'
import { InlineText } from '../ui/inline-text.tsx'
import styles from './reader.module.css'
import { useReader } from './reader-context.ts'

const VERDICTS: Readonly<Record<Verdict, string>> = {
  disputed: 'Disputed, never asked.',
  correction: 'Correction.',
  scope: 'Scope.',
  remark: 'Remark.',
}

/** The mark of a footnote in the text; it leads to the footnote, which stands just below the block. */
export function NoteMark({ note, block }: { readonly note: NoteId; readonly block: string }) {
  const { notes, numberOf } = useReader()
  const verdict = notes.get(note)?.verdict ?? 'remark'
  const number = numberOf(note)
  return (
    <a
      className={styles['mark']}
      href={`#${noteAnchor(block, note)}`}
      aria-label={`Note ${number}: ${VERDICTS[verdict]}`}
    >
      {number}
    </a>
  )
}

/** The footnotes of a block, each once, right below it. */
export function Footnotes({ of, block }: { readonly of: readonly NoteId[]; readonly block: string }) {
  const { notes, numberOf } = useReader()
  const shown = [...new Set(of)].flatMap((id): readonly Note[] => {
    const note = notes.get(id)
    return note === undefined ? [] : [note]
  })
  if (shown.length === 0) return null
  return (
    <div className={styles['notes']} role="note">
      {shown.map((note) => (
        <p key={note.id} id={noteAnchor(block, note.id)}>
          <span className={styles['number']}>{numberOf(note.id)}</span>{' '}
          <span className={styles['verdict']}>{VERDICTS[note.verdict]}</span> <InlineText text={note.text} />
        </p>
      ))}
    </div>
  )
}

const noteAnchor = (block: string, note: NoteId): string => `note-${block}-${note}`
