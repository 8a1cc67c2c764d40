import * as v from 'valibot'
import { factIdOf, itemIdOf, objectiveId, optionIdOf, sectionId, topicId } from '../model/ids.ts'
import { DIFFICULTIES } from '../model/item.ts'
import type { Item } from '../model/item.ts'

const named = <Name>(make: (text: string) => Name) => v.pipe(v.string(), v.transform(make))
const OptionName = named(optionIdOf)
const Place = v.object({
  topic: named(topicId),
  section: named(sectionId),
  anchor: v.string(),
  file: v.string(),
  line: v.number(),
})
const base = {
  id: named(itemIdOf),
  origin: v.picklist(['generated', 'authored']),
  topic: named(topicId),
  domain: v.nullable(v.number()),
  objective: v.nullable(named(objectiveId)),
  stem: v.string(),
  exhibit: v.exactOptional(v.string()),
  options: v.array(
    v.object({ id: OptionName, text: v.string(), correct: v.boolean(), rationale: v.string(), source: Place }),
  ),
  facts: v.array(named(factIdOf)),
  remarks: v.array(v.object({ label: v.string(), text: v.string(), source: Place })),
  references: v.array(v.object({ title: v.string(), address: v.string(), checked: v.nullable(v.string()) })),
  difficulty: v.exactOptional(v.picklist(DIFFICULTIES)),
}
const Items: v.GenericSchema<unknown, Item[]> = v.array(
  v.variant('type', [
    v.object({ ...base, type: v.literal('choice') }),
    v.object({ ...base, type: v.literal('response'), pick: v.number() }),
    v.object({ ...base, type: v.literal('ordering'), order: v.array(OptionName) }),
    v.object({
      ...base,
      type: v.literal('matching'),
      prompts: v.array(v.object({ id: OptionName, text: v.string(), answer: OptionName })),
    }),
    v.object({
      ...base,
      type: v.literal('typed'),
      accepted: v.tupleWithRest([v.string()], v.string()),
      others: v.array(v.string()),
    }),
  ]),
)

/** Takes what came from outside for the items of an attempt. Null when this version does not know them. */
export function readItems(data: unknown): readonly Item[] | null {
  const items = v.safeParse(Items, data)
  return items.success ? items.output : null
}
