import { drawForm, hasShares } from '../engines/exam/form.ts'
import type { Form, FormRequest } from '../engines/exam/form.ts'
import { confusedFacts, itemHistory } from '../engines/exam/item-history.ts'
import { givesAway } from '../engines/items/gives-away.ts'
import { gradeItem } from '../engines/items/grade-item.ts'
import { shapedFor } from '../engines/items/shapes.ts'
import { stageOf } from '../engines/memory/stage.ts'
import { withExtraTime } from '../model/attempt.ts'
import type {
  Attempt,
  AttemptMode,
  ExtraTime,
  Feedback,
  HandInReason,
  Outcome,
  RunningAttempt,
} from '../model/attempt.ts'
import { domainOf } from '../model/course.ts'
import type { Manifest } from '../model/course.ts'
import { attemptId } from '../model/ids.ts'
import type { AttemptId, FactId, ItemId, TopicId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { Instant, StudyDay } from '../model/time.ts'
import type { Topic } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'
import { itemsOf, shapesOf } from './item-bank.ts'
import type { JournalStore } from './journal-store.ts'
import { replayAttempt } from './replay-attempt.ts'
import type { AskedItems } from './services.ts'

/** What a drill is narrowed to by what was done before. confused: facts that were, or are easily, taken for one another. */
export const NARROWINGS = ['missed', 'unseen', 'flagged', 'confused'] as const
export type Narrowing = (typeof NARROWINGS)[number]

/** Everything that says what an attempt will be. */
export interface AttemptRequest extends FormRequest {
  readonly mode: AttemptMode
  readonly feedback: Feedback
  /** For the whole of it, without the extra time. Null: no limit. */
  readonly minutes: number | null
  readonly secondsPerItem: number | null
  readonly extraTime: ExtraTime
  /** How many of the items do not count. */
  readonly unscored: number
  readonly narrowing: Narrowing | null
  /** Whether items that were not asked for long come first; then what is drawn depends on what was done before. */
  readonly isFresh: boolean
}

/** Where an attempt begins. */
export interface Beginning {
  readonly topics: readonly Topic[]
  readonly manifests: readonly Manifest[]
  readonly journal: JournalStore
  readonly asked: Pick<AskedItems, 'put'>
}

/**
 * Whether an attempt asks each fact in the shape that suits how far it is known. What is told only at the end, or has a
 * limit of time, is a rehearsal of the exam, and has the exam's own shapes.
 */
function isAdaptive({ feedback, minutes, secondsPerItem }: AttemptRequest): boolean {
  return feedback === 'at-once' && minutes === null && secondsPerItem === null
}

/**
 * Draws a form and records that the attempt began. Unless the freshest items are asked for, or those that something
 * happened to before, which facts are asked depends on the request and the notes alone; in practice without a limit,
 * the shape of a question depends on what is known of its fact.
 *
 * @param name A name that no other attempt has.
 * @param on The study day on which it begins.
 * @returns Null when the notes allow no such item.
 */
export function beginAttempt(request: AttemptRequest, start: Beginning, name: string, on: StudyDay): AttemptId | null {
  const { topics, journal, asked } = start
  const form = drawnFor(request, start)
  const items = isAdaptive(request) ? adapted(form.items, topics, journal, on) : form.items
  const [first, ...rest] = items.map(({ id }) => id)
  if (first === undefined) return null
  const attempt = attemptId(name)
  const { mode, feedback, secondsPerItem, extraTime, seed, count } = request
  // Asked in another shape, an item that does not count still does not.
  const unscored = form.items.flatMap(({ id }, place) => (form.unscored.includes(id) ? (items[place]?.id ?? []) : []))
  const settings = { mode, feedback, secondsPerItem, extraTime, seed, unscored, wanted: count }
  void asked.put(attempt, items)
  journal.getState().record({
    kind: 'attempt-started',
    attempt,
    items: [first, ...rest],
    settings: { ...settings, minutes: minutesOf(request, items.length) },
  })
  return attempt
}

/**
 * The topics whose questions have to be made before a form is drawn. Who rehearses the exam meets questions that somebody
 * wrote; where there are enough of them, no others are even made.
 */
export function topicsToMake(request: AttemptRequest, start: Beginning): readonly Topic[] {
  return writtenForm(request, start) === null ? topicsOf(request, start.topics) : []
}

function drawnFor(request: AttemptRequest, start: Beginning): Form {
  const written = writtenForm(request, start)
  if (written !== null) return written
  const bank = itemsOf(topicsOf(request, start.topics))
  const attempts = attemptsIn(start.journal)
  const only = request.narrowing === null ? (request.only ?? null) : narrowed(request.narrowing, bank, attempts)
  return drawForm(bank, { ...request, only }, rulesFor(request, start))
}

/** The form of an exam that the written questions alone can fill, with none that was met before; null for any other. */
function writtenForm(request: AttemptRequest, start: Beginning): Form | null {
  if (request.mode !== 'exam' || request.narrowing !== null) return null
  const written = start.topics.flatMap(({ items }) => items.filter(({ origin }) => origin === 'authored'))
  const rules = rulesFor(request, start)
  const form = drawForm(written, request, rules)
  const isNew = form.items.every(({ id }) => !rules.lastAsked.has(id))
  return form.items.length === request.count && isNew && isBalanced(form, request, start) ? form : null
}

function rulesFor(request: AttemptRequest, start: Beginning) {
  const { unscored, isFresh } = request
  const lastAsked = isFresh ? itemHistory(attemptsIn(start.journal)).lastAsked : new Map<ItemId, Instant>()
  const isWrittenFirst = request.mode === 'exam'
  return { givesAway, weights: weightsFor(request, start), unscored, isWrittenFirst, lastAsked }
}

/** The topics that a request can take questions from: no others need be made. */
function topicsOf(
  { topics: names, facts, items = [] }: Pick<FormRequest, 'topics' | 'facts' | 'items'>,
  topics: readonly Topic[],
): readonly Topic[] {
  const named = topicsNamed(names, topics)
  const ids = [...facts, ...items]
  // The id of a fact, and of a question, begins with its topic.
  return ids.length === 0 ? named : named.filter(({ id }) => ids.some((each) => each.startsWith(`${id}#`)))
}

/** The topics of these names; all where none is named. */
function topicsNamed(names: readonly TopicId[], topics: readonly Topic[]): readonly Topic[] {
  return names.length === 0 ? topics : topics.filter(({ id }) => names.includes(id))
}

/** Whether no domain that the notes cover has too little of a form. */
function isBalanced({ items }: Form, request: AttemptRequest, start: Beginning): boolean {
  const weights = weightsFor(request, start)
  const covered = new Set(
    topicsNamed(request.topics, start.topics).flatMap((topic) =>
      topic.facts.flatMap(({ objective }) => domainOf(objective) ?? []),
    ),
  )
  const asked = [...covered].filter((domain) => request.domains.length === 0 || request.domains.includes(domain))
  return weights === null || hasShares(items, new Set(asked), weights)
}

/** All attempts that the journal knows, also those that were taken out of the history. */
function attemptsIn(journal: JournalStore): readonly Attempt[] {
  return [...journal.getState().learned.attempts.values()].flatMap((log) => replayAttempt(log) ?? [])
}

/** With the extra time. An exam that the notes do not fill keeps its pace. */
function minutesOf({ mode, minutes, count, extraTime }: AttemptRequest, items: number): number | null {
  if (minutes === null) return null
  const isShort = mode === 'exam' && items < count
  return withExtraTime(isShort ? Math.ceil((minutes * items) / count) : minutes, extraTime)
}

/** The blueprint's weights, for an exam of one course that is not about some facts only. */
function weightsFor(request: AttemptRequest, { topics, manifests }: Beginning): ReadonlyMap<number, number> | null {
  if (request.mode === 'practice' || request.facts.length > 0) return null
  const courses = new Set(topicsNamed(request.topics, topics).map(({ course }) => course))
  const blueprint = manifests.find(({ id }) => courses.size === 1 && courses.has(id))?.blueprint ?? null
  return blueprint === null ? null : new Map(blueprint.domains.map(({ number, weight }) => [number, weight]))
}

/** The items that a drill is narrowed to. */
export function narrowed(to: Narrowing, bank: readonly Item[], attempts: readonly Attempt[]): readonly ItemId[] {
  const { lastAsked, missed, flagged } = itemHistory(attempts)
  const idsOf = (isIn: (item: Item) => boolean): readonly ItemId[] => bank.filter(isIn).map(({ id }) => id)
  switch (to) {
    case 'missed':
      return idsOf(({ id }) => missed.has(id))
    case 'flagged':
      return idsOf(({ id }) => flagged.has(id))
    case 'unseen':
      return idsOf(({ id }) => !lastAsked.has(id))
    case 'confused': {
      const confused = confusedFacts(attempts, new Map(bank.map((item) => [item.id, item])))
      return idsOf(({ facts }) => facts.some((fact) => confused.has(fact) || isTrap(fact)))
    }
    default:
      return unreachable(to)
  }
}

/** The notes themselves warn of what is easily taken for something else. */
const isTrap = (fact: FactId): boolean => fact.includes('/trap/')

function adapted(
  items: readonly Item[],
  topics: readonly Topic[],
  journal: JournalStore,
  on: StudyDay,
): readonly Item[] {
  const { memories } = journal.getState().learned
  return items.map((item) => {
    const [fact] = item.facts
    const topic = topics.find(({ id }) => id === item.topic)
    if (fact === undefined || topic === undefined) return item
    const shaped = shapedFor(item, stageOf(memories.get(fact), on), shapesOf(topic))
    // The form was drawn so that no question says the answer to another; this holds for a name to be typed, too.
    return items.some((other) => other !== item && givesAway(other, shaped)) ? item : shaped
  })
}

/**
 * Grades what was not graded yet and ends the attempt, once, however often it is asked: by a second click, or by the
 * clock. An item that left the notes is not counted.
 *
 * @param spent Milliseconds of its time that have passed.
 */
export function handIn(
  attempt: RunningAttempt,
  items: ReadonlyMap<ItemId, Item>,
  why: HandInReason,
  journal: JournalStore,
  spent: number,
): void {
  if (journal.getState().learned.attempts.get(attempt.id)?.isHandedIn === true) return
  const outcomes = attempt.items.flatMap((id): readonly Outcome[] => {
    const item = items.get(id)
    if (item === undefined || attempt.checked.has(id)) return []
    return [gradeItem(item, attempt.answers.get(id) ?? [], attempt.confidences.get(id) ?? null)]
  })
  journal.getState().record({ kind: 'handed-in', attempt: attempt.id, why, outcomes, spent: Math.round(spent) })
}
