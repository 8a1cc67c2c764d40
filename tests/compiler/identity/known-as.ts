import { compileTopic } from '../../../src/compiler/compile-topic.ts'
import { fingerprintOf } from '../../../src/compiler/identity/fingerprint.ts'
import type { Fingerprint } from '../../../src/compiler/identity/fingerprint.ts'
import type { Fact } from '../../../src/model/fact.ts'
import type { FactId } from '../../../src/model/ids.ts'
import type { Line, Notes } from './lines.ts'
import { textOf } from './lines.ts'

/** The facts of some notes, each with the name that it keeps through all edits. */
export interface Standing {
  readonly facts: readonly Fact[]
  readonly prints: readonly Fingerprint[]
  readonly names: ReadonlyMap<FactId, string>
}

const compiledTopics = new WeakMap<readonly Line[], Map<string, Standing>>()

/** Compiles notes; what was not edited is compiled once. */
export function standingOf(notes: Notes, form: (text: string) => string): Standing {
  const all = Object.entries(notes).map(([path, lines]) => {
    const known = compiledTopics.get(lines) ?? new Map<string, Standing>()
    compiledTopics.set(lines, known)
    const key = `${path} ${form.toString()}`
    const standing = known.get(key) ?? compiledOf(path, lines, form)
    known.set(key, standing)
    return standing
  })
  return {
    facts: all.flatMap(({ facts }) => facts),
    prints: all.flatMap(({ prints }) => prints),
    names: new Map(all.flatMap(({ names }) => [...names])),
  }
}

function compiledOf(path: string, lines: readonly Line[], form: (text: string) => string): Standing {
  const id = path.replace(/\.md$/, '')
  const { facts } = compileTopic({ path, text: form(textOf(lines)) }, { id, objectives: null }).value
  return {
    facts,
    prints: facts.map(fingerprintOf),
    names: new Map(facts.map((fact) => [fact.id, nameOf(fact, lines)])),
  }
}

/** The line that a fact stands on and, in a table, its column: neither is changed by an edit. */
function nameOf({ kind, source }: Fact, lines: readonly Line[]): string {
  const { name, text } = lines[source.line - 1] ?? { name: 0, text: '' }
  if (kind === 'step') return `${name} step`
  if (!text.startsWith('|')) return `${name}`
  const header = lines.findLast((each, at) => at < source.line && each.columns !== undefined)
  const column = text.slice(0, source.column - 1).split(/(?<!\\)\|/).length - 2
  return `${name} ${header?.columns?.[column] ?? '?'}`
}

/** Ways to save a text that are not to make a difference. */
export const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'split accents': (text) => text.normalize('NFD'),
  'joined accents and a mark at the start': (text) => `\uFEFF${text.normalize('NFC')}`,
}
