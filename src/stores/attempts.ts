import { drawForm } from '../engines/exam/form.ts'
import type { FormRequest } from '../engines/exam/form.ts'
import { givesAway } from '../engines/items/gives-away.ts'
import { gradeItem } from '../engines/items/grade-item.ts'
import { shapedFor } from '../engines/items/shapes.ts'
import { stageOf } from '../engines/memory/stage.ts'
import type { AttemptMode, HandInReason, Outcome, RunningAttempt } from '../model/attempt.ts'
import { attemptId } from '../model/ids.ts'
import type { AttemptId, ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { StudyDay } from '../model/time.ts'
import type { Topic } from '../model/topic.ts'
import { itemsOf, shapesOf } from './item-bank.ts'
import type { JournalStore } from './journal-store.ts'

/** Everything that says what an attempt will be; the same request and notes give the same form. */
export interface AttemptRequest extends FormRequest {
  readonly mode: AttemptMode
  /** Null: no limit. */
  readonly minutes: number | null
}

/**
 * Whether an attempt asks each fact in the shape that suits how far it is known. What is told only at the end, or has a
 * limit of time, is a rehearsal of the exam, and has the exam's own shapes.
 */
function isAdaptive({ mode, minutes }: AttemptRequest): boolean {
  return mode === 'practice' && minutes === null
}

/**
 * Draws a form and records that the attempt began. Which facts are asked depends on the request and the notes alone; in
 * practice without a limit, the shape of a question depends on what is known of its fact.
 *
 * @param name A name that no other attempt has.
 * @param on The study day on which it begins.
 * @returns Null when the notes allow no such item.
 */
export function beginAttempt(
  request: AttemptRequest,
  topics: readonly Topic[],
  journal: JournalStore,
  name: string,
  on: StudyDay,
): AttemptId | null {
  const drawn = drawForm(itemsOf(topics), request, { givesAway }).items
  const [first, ...rest] = (isAdaptive(request) ? adapted(drawn, topics, journal, on) : drawn).map(({ id }) => id)
  if (first === undefined) return null
  const attempt = attemptId(name)
  const { mode, minutes, seed } = request
  journal.getState().record({
    kind: 'attempt-started',
    attempt,
    items: [first, ...rest],
    settings: { mode, minutes, seed },
  })
  return attempt
}

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
