import type { Fact } from '../model/fact.ts'
import { plainText } from '../model/inline.ts'
import type { Note, Topic, Verdict } from '../model/topic.ts'

const VERDICTS: Readonly<Record<Verdict, string>> = {
  disputed: 'Disputed.',
  correction: 'Correction.',
  scope: 'Scope.',
  remark: 'Remark.',
}

/** What stands beside a statement in the notes, each remark with its verdict before it. */
export function remarksBeside(fact: Fact, { notes }: Topic): readonly string[] {
  return notes.filter(({ id }) => fact.notes.includes(id)).map(worded)
}

function worded({ verdict, text }: Note): string {
  const words = plainText(text)
  return words.startsWith(VERDICTS[verdict]) ? words : `${VERDICTS[verdict]} ${words}`
}
