import type { Card } from '../model/card.ts'
import type { Fact } from '../model/fact.ts'
import type { Topic } from '../model/topic.ts'
import { clozeText } from './cloze-text.ts'
import { csvFile, csvRow } from './csv.ts'
import { remarksBeside } from './remarks-beside.ts'

const CARD_COLUMNS = ['id', 'kind', 'cue', 'front', 'back'] as const

/** The columns of facts: the first line of a file by which it is known again. */
export const FACT_COLUMNS = [
  'id',
  'kind',
  'topic',
  'section',
  'set',
  'label',
  'subject',
  'attribute',
  'value',
  'cloze',
  'objective',
  'withheld',
  'remarks',
] as const

/** What stands between the headings of a section's path. */
export const PATH_SEPARATOR = ' > '

/** Cards as lines of CSV with their headings, for spreadsheets and other card programs. */
export function cardLines(cards: readonly Card[]): readonly string[] {
  return [csvRow(CARD_COLUMNS), ...cards.map((card) => csvRow(CARD_COLUMNS.map((column) => card[column])))]
}

/** Facts as a CSV file, one a row. */
export function factsCsv(topics: readonly Topic[]): string {
  return csvFile([FACT_COLUMNS, ...topics.flatMap((topic) => topic.facts.map((fact) => rowOf(fact, topic)))])
}

function rowOf(fact: Fact, topic: Topic): readonly string[] {
  return [
    fact.id,
    fact.kind,
    topic.title,
    fact.path.slice(1).join(PATH_SEPARATOR),
    fact.set,
    fact.kind === 'relation' ? fact.subjectLabel : '',
    fact.subject,
    fact.attribute,
    fact.value,
    'cloze' in fact ? clozeText(fact.cloze) : '',
    fact.objective ?? '',
    fact.withheld ?? '',
    remarksBeside(fact, topic).join('\n'),
  ]
}
