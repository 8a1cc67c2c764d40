import * as v from 'valibot'

const Text = v.pipe(v.string(), v.minLength(1))
const Line = v.pipe(v.number(), v.integer(), v.minValue(1))
/** What each line of the notes command must hold. */
export const SCHEMAS = {
  facts: v.object({
    id: Text,
    topic: v.literal('course/security'),
    section: v.tupleWithRest([v.literal('Security')], Text),
    kind: v.picklist(['relation', 'term', 'scenario', 'trap', 'concept', 'membership', 'step']),
    subject: Text,
    attribute: Text,
    value: Text,
    objective: v.nullable(v.literal('5.1.3')),
    source: v.object({ file: v.pipe(Text, v.endsWith('security.md')), line: Line, text: Text }),
  }),
  cards: v.object({ id: Text, fact: Text, kind: v.picklist(['forward', 'reverse', 'cloze']), front: Text, back: Text }),
  items: v.object({
    id: Text,
    origin: v.picklist(['generated', 'authored']),
    type: v.picklist(['choice', 'response', 'ordering', 'matching']),
    domain: v.nullable(v.literal(5)),
    objective: v.nullable(v.literal('5.1.3')),
    stem: Text,
    options: v.pipe(
      v.array(
        v.object({
          id: Text,
          text: Text,
          correct: v.boolean(),
          rationale: Text,
          source: v.looseObject({ line: Line }),
        }),
      ),
      v.minLength(2),
    ),
    facts: v.array(Text),
    references: v.array(v.object({ title: Text, address: Text, checked: v.nullable(Text) })),
    order: v.optional(v.array(Text)),
    prompts: v.optional(v.array(v.object({ id: Text, text: Text, answer: Text }))),
  }),
  diagnostics: v.object({
    severity: v.picklist(['error', 'warning', 'info']),
    rule: Text,
    message: Text,
    hint: Text,
    file: v.pipe(Text, v.endsWith('security.md')),
    line: Line,
    column: Line,
  }),
  course: v.looseObject({
    id: v.literal('course'),
    topics: v.array(v.looseObject({ id: v.literal('course/security') })),
  }),
} as const
