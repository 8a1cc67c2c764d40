import { domainOf } from '../../model/course.ts'
import type { Fact } from '../../model/fact.ts'
import { optionId } from '../../model/ids.ts'
import type { Option } from '../../model/item.ts'
import { placeOf } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { remarksOn } from './remarks.ts'

/** An option that a fact stands behind. */
export function option(text: string, correct: boolean, rationale: string, fact: Fact): Option {
  return { id: optionId(text), text, correct, rationale, source: placeOf(fact) }
}

/** What all items of a fact have in common. */
export function commonOf(fact: Fact, base: FactBase) {
  const { topic, objective } = fact
  return {
    origin: 'generated',
    topic,
    domain: domainOf(objective),
    objective,
    remarks: remarksOn(fact, base),
    references: [],
  } as const
}

/** Options in an order that gives nothing away, the same every time. */
export function settled(options: readonly Option[]): readonly Option[] {
  return options.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
