import { domainOf } from '../model/course.ts'
import { authoredItemId, objectiveId, optionId } from '../model/ids.ts'
import type { FactId, ObjectiveId, TopicId } from '../model/ids.ts'
import { DIFFICULTIES } from '../model/item.ts'
import type { Difficulty, Item, Option } from '../model/item.ts'
import { askedFacts, factNamed } from './asked-facts.ts'
import { checkSorted, shapeOf } from './item-count.ts'
import { labelledLines } from './item-lines.ts'
import type { BlockLine } from './block-lines.ts'
import type { LabelledLines } from './item-lines.ts'
import { answersOf } from './item-options.ts'
import type { Answers, WrittenOption } from './item-options.ts'
import type { Remarked, WrittenItem } from './item-outline.ts'
import { ItemRemarks } from './item-remarks.ts'
import { placeInFile } from './notes-place.ts'
import type { LinkedTopic } from './notes-place.ts'
import { withoutNumber } from './question-words.ts'
import type { RationaleReader } from './rationale.ts'
import type { SourceLines } from './source-lines.ts'

interface Context {
  readonly topic: TopicId
  readonly file: string
  readonly topics: readonly LinkedTopic[]
  readonly objectives: ReadonlySet<ObjectiveId> | null
  readonly rationales: RationaleReader
}

type Shared = Omit<Item, 'type'>

/** Words that only say how many answers are right: with or without them it is the same question. */
const COUNTED = /\s*\((?:choose|select|pick)\s[^()]*\)\.?$/i

/** Makes items of what is written, and says of each other what is missing. */
export class ItemWriter {
  readonly items: Item[] = []
  /** The line on which each of them begins. */
  readonly starts: number[] = []
  private readonly context: Context
  private readonly remarks: ItemRemarks

  constructor(context: Context, lines: SourceLines) {
    this.context = context
    this.remarks = new ItemRemarks(lines)
  }

  write(written: WrittenItem): void {
    const { remarks } = this
    const before = remarks.errors
    const above = labelledLines(written.above)
    const answers = answersOf(written.options)
    const below = labelledLines(written.below)
    const stem = stemOf(written.title, above)
    if (stem === '') {
      const message = 'The heading is only a number, and no words stand below it.'
      remarks.refuse('item-without-stem', written.line, message, 'Write the question as the heading, or below it.')
    }
    for (const { words, line } of below.rest) this.reportUnread(words, line)
    const options = answers.options.map((option) => this.option(option))
    this.checkTwins(answers.options)
    const shared = { ...this.sharedOf(written, stem, [above, answers.labels, below]), options: settled(options) }
    const item = this.typed(shared, options, answers, written.line)
    if (item === null || remarks.errors > before || this.isTwin(item, written)) return
    this.items.push(item)
    this.starts.push(written.line)
  }

  private sharedOf({ name, objective: scope }: WrittenItem, stem: string, labels: readonly LabelledLines[]) {
    const { topic } = this.context
    const objective = this.objective(labels.flatMap((label) => label.objective ?? [])[0] ?? scope)
    const difficulty = this.difficulty(labels.flatMap((label) => label.difficulty ?? [])[0] ?? null)
    return {
      id: authoredItemId(topic, name?.words ?? null, stem.replace(COUNTED, '')),
      origin: 'authored',
      topic,
      domain: domainOf(objective),
      objective,
      stem,
      facts: this.facts(labels.flatMap(({ facts }) => facts)),
      remarks: [],
      references: labels.flatMap(({ references }) => references),
      ...(difficulty === null ? {} : { difficulty }),
    } as const
  }

  private typed(shared: Shared, options: readonly Option[], { kind, options: written }: Answers, line: number) {
    switch (kind) {
      case 'choice': {
        const shape = shapeOf(shared.stem, options, line, this.remarks)
        const named = shared.facts
        const facts = named.length > 0 ? named : askedFacts(shared.stem, options, this.context.topics)
        return shape === null ? null : { ...shared, facts, ...shape }
      }
      case 'ordering':
        checkSorted(kind, options.length, line, this.remarks)
        return { ...shared, type: kind, order: options.map(({ id }) => id) }
      case 'matching': {
        checkSorted(kind, options.length, line, this.remarks)
        const prompts = written.map(({ prompt, text }) => {
          return { id: optionId(prompt), text: prompt, answer: optionId(text) }
        })
        return { ...shared, type: kind, prompts: settled(prompts) }
      }
    }
  }

  private option({ text, correct, why, line }: WrittenOption): Option {
    const { topic, file, rationales } = this.context
    const { text: rationale, place } = rationales.read(why)
    if (rationale === '') {
      const hint = 'Write below it (in a table: in the third column) why it is right, or what it really is.'
      this.remarks.refuse('item-without-rationale', line, `“${text}” has no explanation.`, hint)
    }
    return { id: optionId(text), text, correct, rationale, source: place ?? placeInFile(topic, file, line) }
  }

  /** Answers, and what is matched with them: one that stands twice could be taken for either. */
  private checkTwins(options: readonly WrittenOption[]): void {
    const seen = new Map<string, number>()
    const check = (words: string, key: string, line: number) => {
      const first = seen.get(key)
      if (first !== undefined) {
        const message = `“${words}” stands here and on line ${first}, so nobody can tell which is meant.`
        this.remarks.refuse('item-with-twin-options', line, message, 'Reword one of them.')
      }
      seen.set(key, first ?? line)
    }
    for (const { text, prompt, line } of options) {
      check(text, text.toLowerCase(), line)
      if (prompt !== '') check(prompt, `${prompt.toLowerCase()} |`, line)
    }
  }

  private objective(said: Remarked | null): ObjectiveId | null {
    if (said === null) return null
    const { objectives } = this.context
    const objective = objectiveId(said.words)
    if (said.words !== '' && (objectives === null || objectives.has(objective))) return objective
    const message = said.words === '' ? 'No objective is named.' : `The blueprint has no objective “${said.words}”.`
    const hint = 'Use a number from the table of objectives in course.md, such as 5.1.3.'
    return this.remarks.refuse('unknown-objective', said.line, message, hint)
  }

  private difficulty(said: Remarked | null): Difficulty | null {
    if (said === null) return null
    const found = DIFFICULTIES.find((each) => each === said.words.toLowerCase())
    const message = `“${said.words}” is no difficulty.`
    return found ?? this.remarks.refuse('unknown-difficulty', said.line, message, 'Write easy, medium or hard.')
  }

  private facts(said: readonly Remarked[]): readonly FactId[] {
    const { topic, topics } = this.context
    const named = said.flatMap(({ words, line }) => words.split(/[\s,]+/).map((name) => ({ name, line })))
    const found = named.flatMap(({ name, line }): readonly FactId[] => {
      const fact = factNamed(name, topic, topics)
      if (fact !== null) return [fact]
      const message = `The notes have no fact “${name}” that can be asked.`
      const hint = 'Use its id without the course, as “npm run notes -- content/… --emit facts” prints it.'
      this.remarks.warn('unknown-fact', line, message, hint)
      return []
    })
    return [...new Set(found)]
  }

  private isTwin({ id, stem }: Item, { name, line }: WrittenItem): boolean {
    const first = this.starts[this.items.findIndex((item) => item.id === id)]
    if (first === undefined) return false
    const [same, hint] =
      name === null
        ? [`“${stem}” is asked on line ${first} already`, 'Take it out, or give it words of its own.']
        : [`The question on line ${first} has the id “${name.words}” already`, 'Give it another id.']
    this.remarks.warn('duplicate-question', line, `${same}, so only that one is asked.`, hint)
    return true
  }

  private reportUnread(words: string, line: number): void {
    const message = `“${words}” belongs to no part of the question, so it is not shown.`
    const hint =
      'Below the answers write “Objective:”, “References:”, “Difficulty:” or “Facts:”; explain each answer right below it.'
    this.remarks.warn('unread-words', line, message, hint)
  }
}

/** In an order that gives nothing away: that of the file is known by heart before the answer is. */
function settled<T extends { readonly id: string }>(values: readonly T[]): readonly T[] {
  return values.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** The question. Its scenario stands first; a heading that does not ask is its title, and no part of it. */
function stemOf(title: string, { rest }: LabelledLines): string {
  const heading = /^\d+[.)]?$/.test(title) ? '' : withoutNumber(title)
  const own = rest.map(({ words }, index) => words + endOf(words, rest[index], rest[index + 1])).join(' ')
  if (own === '') return heading
  return /[?？؟]$/.test(heading) ? `${own} ${heading}` : own
}

/** The mark behind an entry of a list, where nobody wrote one. */
function endOf(words: string, line: BlockLine | undefined, next: BlockLine | undefined): string {
  if (line?.isEntry !== true || next === undefined || /[.,;:!?]$/.test(words)) return ''
  return next.isEntry === true ? ';' : '.'
}
