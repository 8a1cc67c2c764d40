import type { Meaning } from './meanings.ts'
import type { Token } from './tokens.ts'
import type { Expansion } from './vocabulary.ts'

/** A stretch to highlight, in code units of the text. */
export interface Mark {
  readonly from: number
  readonly to: number
}

/** The stretches of each field that answer the query: sorted, apart from each other. */
export function marksIn(
  fields: readonly (readonly Token[])[],
  meanings: readonly Meaning[],
): readonly (readonly Mark[])[] {
  const found = fields.map((): Mark[] => [])
  for (const meaning of meanings) {
    // Who typed "data" and finds "data" doesn't want "date" lit up beside it.
    const isSure = fields.flat().some(({ word }) => isSureOf(meaning.get(word)))
    fields.forEach((tokens, field) => {
      const answers = tokens.filter(({ word }) => (isSure ? isSureOf(meaning.get(word)) : meaning.has(word)))
      found[field]?.push(...narrowest(answers))
    })
  }
  return found.map(merged)
}

function isSureOf(expansion: Expansion | undefined): boolean {
  return expansion !== undefined && expansion.closeness !== 'fuzzy'
}

/** Of a compound and the part of it that matched alone, the part. */
function narrowest(tokens: readonly Token[]): readonly Token[] {
  const sorted = tokens.toSorted((one, other) => one.from - other.from || other.to - one.to)
  return sorted.filter(({ from, to }, place) => {
    const next = sorted[place + 1]
    return next === undefined || next.to > to || (next.from === from && next.to === to)
  })
}

function merged(marks: readonly Mark[]): readonly Mark[] {
  const apart: Mark[] = []
  for (const { from, to } of marks.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1)
    if (last === undefined || from > last.to) apart.push({ from, to })
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) }
  }
  return apart
}
