import { compileTopic } from '../../src/compiler/compile-topic.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Rule } from '../../src/model/diagnostic.ts'

/** A file of notes, compiled alone. */
export function compiled(text: string) {
  return compileTopic({ path: 'c/t.md', text }, { id: 'c/t', objectives: null })
}

/** The facts of some notes below a title. */
export function factsOf(text: string): readonly Fact[] {
  return compiled(`# T\n\n${text}`).value.facts
}

/** The rules that some notes break, in the order of their lines. */
export function rulesOf(text: string): readonly Rule[] {
  return compiled(text).diagnostics.map(({ rule }) => rule)
}
