import { CONFIDENCES, EXTRA_TIMES } from '../../model/attempt.ts'
import type { AttemptAction, Confidence, Outcome } from '../../model/attempt.ts'
import { attemptId, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../../model/ids.ts'
import type { FactId } from '../../model/ids.ts'
import { GRADES } from '../../model/memory.ts'
import type { ReviewedMemory } from '../../model/memory.ts'
import { instant, studyDay } from '../../model/time.ts'
import type { StudyDay } from '../../model/time.ts'
import { unreachable } from '../../model/unreachable.ts'
import type { AttemptLog } from '../attempt-log.ts'
import { baseWith } from '../base.ts'
import type { Base } from '../base.ts'
import type { DayTally, Learned } from '../fold.ts'
import { PersistentMap } from '../persistent-map.ts'
import type { EventSpans, Span } from '../spans.ts'
import { ByteReader, DamagedBytes } from './byte-reader.ts'
import { ACTIONS, bytesOfCheckpoint, CHECKPOINT_MAGIC, FEEDBACKS, MODES, REASONS, THEMES } from './checkpoint-form.ts'
import { soundPart } from './parts.ts'
import { readNames } from './read-names.ts'
import { nameAt } from './read-value.ts'

/** What a checkpoint says; null when it is damaged, or holds for something else. Never throws. */
export function readCheckpoint(text: string, basis: string): Base | null {
  try {
    const reader = new ByteReader(bytesOfCheckpoint(text))
    if (!isFor(reader, basis)) return null
    const names = readNames(soundPart(reader))
    const body = new NamedReader(soundPart(reader), names)
    const spans = soundPart(reader)
    return baseWith({
      last: { id: eventIdOf(body.name()), at: instant(body.double()) },
      orphans: new Set(body.list(() => attemptId(body.name()))),
      learned: learnedIn(body),
      spans: () => spansIn(new NamedReader(spans, names)),
    })
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    return null
  }
}

/** Whether a checkpoint holds for a basis. Never throws. */
export function isCheckpointFor(text: string, basis: string): boolean {
  try {
    return isFor(new ByteReader(bytesOfCheckpoint(text)), basis)
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    return false
  }
}

function isFor(reader: ByteReader, basis: string): boolean {
  if (reader.byte() !== CHECKPOINT_MAGIC) return false
  const text = new ByteReader(soundPart(reader))
  for (let index = 0; index < basis.length; index += 1) {
    if (text.isAtEnd || text.count() !== basis.charCodeAt(index)) return false
  }
  return text.isAtEnd
}

/** By the byte they are written as. */
const RATINGS: readonly (Confidence | null)[] = [null, ...CONFIDENCES]

class NamedReader extends ByteReader {
  private readonly names: readonly string[]

  constructor(bytes: Uint8Array, names: readonly string[]) {
    super(bytes)
    this.names = names
  }

  name(): string {
    return nameAt(this.names, this.count())
  }

  is(): boolean {
    return this.byte() === 1
  }

  optional(): number | null {
    return this.is() ? this.double() : null
  }

  oneOf<Value>(values: readonly Value[]): Value {
    const value = values[this.byte()]
    if (value === undefined) throw new DamagedBytes('There is no such value')
    return value
  }

  list<Value>(read: () => Value): Value[] {
    return Array.from({ length: this.count() }, read)
  }
}

function learnedIn(body: NamedReader): Learned {
  const memories = new Map<FactId, ReviewedMemory>()
  for (let left = body.count(); left > 0; left -= 1) {
    const fact = factIdOf(body.name())
    const stability = body.double()
    const difficulty = body.double()
    const reviewedAt = instant(body.double())
    const reviewedOn = studyDay(body.whole())
    memories.set(fact, {
      kind: 'reviewed',
      stability,
      difficulty,
      reviewedAt,
      reviewedOn,
      dueOn: studyDay(reviewedOn + body.whole()),
      reviews: body.count(),
      lapses: body.count(),
      lastGrade: body.oneOf(GRADES),
    })
  }
  const days = body.list((): [StudyDay, DayTally] => [
    studyDay(body.whole()),
    { reviews: body.count(), newFacts: body.count() },
  ])
  return {
    memories: PersistentMap.of(memories),
    days: new Map(days),
    reviews: body.count(),
    attempts: new Map(body.list(() => attemptIn(body)).map((log) => [log.id, log])),
    settings: { theme: body.oneOf(THEMES), newPerDay: body.double(), reviewsPerDay: body.double() },
    backup: body.is() ? { at: instant(body.double()), reviews: body.count() } : null,
  }
}

function attemptIn(body: NamedReader): AttemptLog {
  return {
    id: attemptId(body.name()),
    startedAt: instant(body.double()),
    items: body.list(() => itemIdOf(body.name())),
    settings: {
      mode: body.oneOf(MODES),
      feedback: body.oneOf(FEEDBACKS),
      minutes: body.optional(),
      secondsPerItem: body.optional(),
      extraTime: body.oneOf(EXTRA_TIMES),
      seed: body.double(),
      unscored: body.list(() => itemIdOf(body.name())),
      wanted: body.count(),
    },
    isHandedIn: body.is(),
    isRemoved: body.is(),
    actions: body.list(() => actionIn(body)),
  }
}

function actionIn(body: NamedReader): AttemptAction {
  const kind = body.oneOf(ACTIONS)
  const moment = { at: instant(body.double()), spent: body.double() }
  switch (kind) {
    case 'answered':
      return { kind, ...moment, item: itemIdOf(body.name()), chosen: body.list(() => optionIn(body)) }
    case 'flagged':
      return { kind, ...moment, item: itemIdOf(body.name()), flagged: body.is() }
    case 'struck':
      return { kind, ...moment, item: itemIdOf(body.name()), option: optionIdOf(body.name()), struck: body.is() }
    case 'rated':
      return { kind, ...moment, item: itemIdOf(body.name()), confidence: body.oneOf(RATINGS) }
    case 'visited':
      return { kind, ...moment, item: itemIdOf(body.name()) }
    case 'checked':
      return { kind, ...moment, outcome: outcomeIn(body) }
    case 'paused':
      return { kind, ...moment }
    case 'resumed':
    case 'clock-read':
      return { kind, ...moment, wall: instant(body.double()) }
    case 'handed-in':
      return { kind, ...moment, why: body.oneOf(REASONS), outcomes: body.list(() => outcomeIn(body)) }
    default:
      return unreachable(kind)
  }
}

function optionIn(body: NamedReader) {
  const option = body.name()
  return option === '' ? option : optionIdOf(option)
}

function outcomeIn(body: NamedReader): Outcome {
  const outcome = {
    item: itemIdOf(body.name()),
    facts: body.list(() => factIdOf(body.name())),
    correct: body.is(),
    guess: body.double(),
  }
  const confidence = body.oneOf(RATINGS)
  const domain = body.optional()
  return { ...outcome, ...(confidence !== null && { confidence }), ...(domain !== null && { domain }) }
}

function spansIn(reader: NamedReader): EventSpans {
  return {
    spans: reader.list((): Span => [reader.name(), reader.count(), reader.count()]),
    others: reader.list(() => eventIdOf(reader.name())),
  }
}
