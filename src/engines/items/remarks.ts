import type { Fact } from '../../model/fact.ts'
import type { Remark } from '../../model/item.ts'
import { plainText } from '../../model/inline.ts'
import type { Verdict } from '../../model/topic.ts'
import { placeOf } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { sentence } from './wording.ts'

/** A longer subject is a sentence, and stands in no tip by chance. */
const LONGEST_NAME = 5

const LABELS: Readonly<Record<Verdict, string | null>> = {
  disputed: null,
  correction: 'Correction',
  scope: 'Outside the exam',
  remark: 'Note',
}

/** What the notes say about a fact besides itself: the corrections beside it, and the nearest tip or trap. */
export function remarksOn(fact: Fact, base: FactBase): readonly Remark[] {
  const corrections = fact.notes.flatMap((id): readonly Remark[] => {
    const note = base.notes.get(id)
    const label = note === undefined ? null : LABELS[note.verdict]
    return note === undefined || label === null ? [] : [{ label, text: plainText(note.text), source: placeOf(fact) }]
  })
  const tip = nearestTip(fact, base)
  if (tip === null) return corrections
  const label = tip.kind === 'trap' ? 'Trap' : tip.attribute
  const isNamed = tip.kind === 'trap' || tip.subject !== tip.path.at(-1)
  const text = sentence(isNamed ? `${tip.subject}: ${tip.value}` : tip.value)
  return [...corrections, { label, text, source: placeOf(tip) }]
}

/** A tip of the same section that speaks of the fact's subject, or a trap that is named after it. */
function nearestTip(fact: Fact, { tips, lexicon }: FactBase): FactBase['tips'][number] | null {
  const words = lexicon.read(fact.subject).words
  if (words.size === 0 || words.size > LONGEST_NAME) return null
  const speaks = (text: string) => {
    const said = lexicon.read(text).words
    return [...words].every((word) => said.has(word))
  }
  const near = tips.find(
    (tip) => tip.id !== fact.id && tip.section === fact.section && speaks(`${tip.subject} ${tip.value}`),
  )
  return near ?? tips.find((tip) => tip.kind === 'trap' && tip.id !== fact.id && speaks(tip.subject)) ?? null
}
