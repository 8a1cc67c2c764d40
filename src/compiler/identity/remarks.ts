import type { Diagnostic, Rule, Severity } from '../../model/diagnostic.ts'
import type { Fact, Source } from '../../model/fact.ts'
import type { FactId } from '../../model/ids.ts'
import type { Matched } from './match-facts.ts'
import { grouped } from './matching.ts'

type Place = Source

export interface Advice {
  /** Where a fact that stands no more was written. */
  readonly place: (old: FactId) => Place
  /** How renames are accepted. Null where they are accepted with the notes. */
  readonly remedy: string | null
  /** What to do about a fact that could be one of several. */
  readonly doubt: string
}

/** Says what was found about facts under a new name: one remark for all that went from one section to another. */
export function remarksOn(matched: Matched, facts: readonly Fact[], advice: Advice): readonly Diagnostic[] {
  const standing = new Map(facts.map((fact) => [fact.id, fact]))
  return [...renamed(matched, standing, advice), ...doubts(matched, standing, advice), ...vanished(matched, advice)]
}

type Standing = ReadonlyMap<FactId, Fact>

function renamed({ renames }: Matched, standing: Standing, { remedy }: Advice): readonly Diagnostic[] {
  const groups = grouped(renames, ([old, now]) => `${sectionOf(old)} ${sectionOf(now)}`)
  return [...groups.values()].flatMap((group) => {
    const found = group.flatMap(([old, id]) => {
      const fact = standing.get(id)
      return fact === undefined ? [] : [{ old, now: id, fact }]
    })
    const [first] = found.toSorted((one, other) => one.fact.source.line - other.fact.source.line)
    if (first === undefined) return []
    const { old, now, fact } = first
    const others = group.length - 1
    const more = others === 0 ? '' : ` and ${others === 1 ? 'one other' : `${others} others`}`
    const message = `“${fact.subject}”${more} seem${others === 0 ? 's' : ''} to be known by another name: ${old} is now ${now}.`
    const hint =
      remedy === null
        ? 'Its history follows when you keep the notes.'
        : `If it is the same, ${remedy}: then its history follows. If not, delete the line of the old id from the ledger.`
    return [remark('warning', 'renamed-fact', fact.source, message, hint)]
  })
}

function doubts({ ambiguous, reused }: Matched, standing: Standing, { doubt, place }: Advice): readonly Diagnostic[] {
  const claimants = grouped(
    ambiguous.flatMap(({ old, candidates }) => candidates.map((id) => ({ old, id }))),
    ({ id }) => id,
  )
  const unclear = ambiguous.map(({ old, candidates }) => {
    const [first] = candidates
    const rivals = candidates.flatMap((id) => claimants.get(id) ?? []).filter((claim) => claim.old !== old)
    const message =
      candidates.length > 1
        ? `${old} could now be any of these: ${candidates.join(', ')}. Its history follows none of them.`
        : `${[old, ...new Set(rivals.map((claim) => claim.old))].join(' and ')} could each be ${first ?? ''} now. The history of none follows.`
    const source = first === undefined ? undefined : standing.get(first)?.source
    return remark('warning', 'ambiguous-rename', source ?? place(old), message, doubt)
  })
  const sections = grouped(reused, sectionOf)
  const borrowed = [...sections.values()].flatMap((ids) => {
    const fact = ids.flatMap((id) => standing.get(id) ?? [])[0]
    if (fact === undefined) return []
    const message = `“${fact.subject}” under “${fact.path.at(-1) ?? ''}” bears the name of a fact that stood under another heading: ${fact.id} could be either, and has the history of both.`
    const hint = 'If it is another fact, reword its heading, so that it has a name of its own.'
    return [remark('warning', 'ambiguous-rename', fact.source, message, hint)]
  })
  return [...unclear, ...borrowed]
}

function vanished({ vanished: ids }: Matched, { place, remedy }: Advice): readonly Diagnostic[] {
  return ids.map((id) => {
    const hint =
      remedy === null
        ? 'Nothing needs doing; should it come back, so does its history.'
        : `Nothing needs doing if you took it out; to forget it, ${remedy}.`
    return remark('info', 'vanished-fact', place(id), `${id} does not stand in the notes any more.`, hint)
  })
}

function sectionOf(id: FactId): string {
  return id.slice(0, id.indexOf('/', id.indexOf('#')))
}

function remark(
  severity: Severity,
  rule: Rule,
  { file, line, column }: Place,
  message: string,
  hint: string,
): Diagnostic {
  return { severity, rule, message, hint, file, line, column }
}
