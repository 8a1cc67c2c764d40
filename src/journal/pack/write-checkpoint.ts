import { CONFIDENCES, EXTRA_TIMES } from '../../model/attempt.ts'
import type { AttemptAction, Confidence, Outcome } from '../../model/attempt.ts'
import { GRADES } from '../../model/memory.ts'
import type { AttemptLog } from '../attempt-log.ts'
import type { Base } from '../base.ts'
import type { EventStamp } from '../event.ts'
import type { Learned } from '../fold.ts'
import type { EventSpans } from '../spans.ts'
import { ByteWriter } from './byte-writer.ts'
import { ACTIONS, CHECKPOINT_MAGIC, FEEDBACKS, MODES, REASONS, textOfCheckpoint, THEMES } from './checkpoint-form.ts'
import { Names } from './names.ts'
import { writePart } from './parts.ts'
import { addNames } from './write-value.ts'

/**
 * Writes what all packs say, so that the next start need not read them. It is no part of the journal: it can be had
 * again at any time.
 *
 * @param last The last of the events in time.
 * @param basis What it holds for, of `basisOf`.
 */
export function writeCheckpoint({ learned, orphans, spans }: Base, last: EventStamp, basis: string): string {
  const names = new Names()
  for (const fact of learned.memories.keys()) names.add(fact)
  for (const log of learned.attempts.values()) addNames(names, log)
  for (const attempt of orphans) names.add(attempt)
  names.add(last.id)
  addNames(names, spans())

  const out = new ByteWriter()
  out.byte(CHECKPOINT_MAGIC)
  writePart(out, textBytes(basis))
  writePart(out, names.written())
  const body = new ByteWriter()
  body.count(names.placeOf(last.id))
  body.double(last.at)
  writeTexts(body, names, [...orphans])
  writeLearned(body, names, learned)
  writePart(out, body.written())
  writePart(out, spanBytes(names, spans()))
  return textOfCheckpoint(out.written())
}

function writeLearned(out: ByteWriter, names: Names, learned: Learned): void {
  const { memories, days, reviews, attempts, settings, backup } = learned
  out.count(memories.size)
  for (const [fact, memory] of memories) {
    out.count(names.placeOf(fact))
    out.double(memory.stability)
    out.double(memory.difficulty)
    out.double(memory.reviewedAt)
    out.whole(memory.reviewedOn)
    out.whole(memory.dueOn - memory.reviewedOn)
    out.count(memory.reviews)
    out.count(memory.lapses)
    out.byte(GRADES.indexOf(memory.lastGrade))
  }
  out.count(days.size)
  for (const [day, tally] of days) {
    out.whole(day)
    out.count(tally.reviews)
    out.count(tally.newFacts)
  }
  out.count(reviews)
  out.count(attempts.size)
  for (const log of attempts.values()) writeAttempt(out, names, log)
  out.byte(THEMES.indexOf(settings.theme))
  out.double(settings.newPerDay)
  out.double(settings.reviewsPerDay)
  out.byte(backup === null ? 0 : 1)
  if (backup === null) return
  out.double(backup.at)
  out.count(backup.reviews)
}

function writeAttempt(out: ByteWriter, names: Names, log: AttemptLog): void {
  out.count(names.placeOf(log.id))
  out.double(log.startedAt)
  writeTexts(out, names, log.items)
  const { mode, feedback, minutes, secondsPerItem, extraTime, seed, unscored, wanted } = log.settings
  out.byte(MODES.indexOf(mode))
  out.byte(FEEDBACKS.indexOf(feedback))
  writeOptional(out, minutes)
  writeOptional(out, secondsPerItem)
  out.byte(EXTRA_TIMES.indexOf(extraTime))
  out.double(seed)
  writeTexts(out, names, unscored)
  out.count(wanted)
  out.byte(log.isHandedIn ? 1 : 0)
  out.byte(log.isRemoved ? 1 : 0)
  out.count(log.actions.length)
  for (const action of log.actions) writeAction(out, names, action)
}

function writeAction(out: ByteWriter, names: Names, action: AttemptAction): void {
  out.byte(ACTIONS.indexOf(action.kind))
  out.double(action.at)
  out.double(action.spent)
  switch (action.kind) {
    case 'answered':
      out.count(names.placeOf(action.item))
      return writeTexts(out, names, action.chosen)
    case 'flagged':
      out.count(names.placeOf(action.item))
      return out.byte(action.flagged ? 1 : 0)
    case 'struck':
      out.count(names.placeOf(action.item))
      out.count(names.placeOf(action.option))
      return out.byte(action.struck ? 1 : 0)
    case 'rated':
      out.count(names.placeOf(action.item))
      return out.byte(placeOf(action.confidence))
    case 'visited':
      return out.count(names.placeOf(action.item))
    case 'paused':
      return
    case 'resumed':
    case 'clock-read':
      return out.double(action.wall)
    case 'checked':
      return writeOutcome(out, names, action.outcome)
    case 'handed-in':
      out.byte(REASONS.indexOf(action.why))
      out.count(action.outcomes.length)
      for (const outcome of action.outcomes) writeOutcome(out, names, outcome)
  }
}

function writeOutcome(out: ByteWriter, names: Names, outcome: Outcome): void {
  out.count(names.placeOf(outcome.item))
  writeTexts(out, names, outcome.facts)
  out.byte(outcome.correct ? 1 : 0)
  out.double(outcome.guess)
  out.byte(placeOf(outcome.confidence ?? null))
  writeOptional(out, outcome.domain ?? null)
}

/** One more than its place, so that nothing is 0. */
const placeOf = (confidence: Confidence | null): number =>
  confidence === null ? 0 : CONFIDENCES.indexOf(confidence) + 1

function writeOptional(out: ByteWriter, value: number | null): void {
  out.byte(value === null ? 0 : 1)
  if (value !== null) out.double(value)
}

function writeTexts(out: ByteWriter, names: Names, texts: readonly string[]): void {
  out.count(texts.length)
  for (const text of texts) out.count(names.placeOf(text))
}

function spanBytes(names: Names, { spans, others }: EventSpans): Uint8Array {
  const out = new ByteWriter()
  out.count(spans.length)
  for (const [writer, from, to] of spans) {
    out.count(names.placeOf(writer))
    out.count(from)
    out.count(to)
  }
  writeTexts(out, names, others)
  return out.written()
}

function textBytes(text: string): Uint8Array {
  const out = new ByteWriter()
  for (let index = 0; index < text.length; index += 1) out.count(text.charCodeAt(index))
  return out.written()
}
