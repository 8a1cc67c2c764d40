import { factIdOf, itemIdOf, objectiveId, optionIdOf, sectionId, topicId } from '../../../src/model/ids.ts'
import type { Item, ItemType } from '../../../src/model/item.ts'

/** A question whose id and stem are its name; what no test asks about is made up. */
export function item(
  name: string,
  facts: readonly string[],
  domain: number | null = 5,
  type: ItemType = 'choice',
): Item {
  const topic = topicId(`aif-c01/domain-${domain ?? 0}`)
  const shared = {
    id: itemIdOf(name),
    origin: 'generated',
    topic,
    domain,
    objective: domain === null ? null : objectiveId(`${domain}.1.1`),
    stem: name,
    options: Array.from('abcd', (text, index) => ({
      id: optionIdOf(text),
      text,
      correct: index === 0,
      rationale: '',
      source: { topic, section: sectionId('s'), anchor: 'f', file: '', line: 1 },
    })),
    facts: facts.map(factIdOf),
    remarks: [],
    references: [],
  } as const
  switch (type) {
    case 'choice':
      return { ...shared, type }
    case 'response':
      return { ...shared, type, pick: 2 }
    case 'ordering':
      return { ...shared, type, order: [] }
    case 'matching':
      return { ...shared, type, prompts: [] }
  }
}
