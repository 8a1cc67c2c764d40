import type { JournalEvent } from '../journal/event.ts'
import type { Outcome } from '../model/attempt.ts'
import { unreachable } from '../model/unreachable.ts'
import { csvFile } from './csv.ts'

const COLUMNS = [
  'id',
  'at',
  'utc_offset_minutes',
  'kind',
  'facts',
  'card',
  'grade',
  'attempt',
  'items',
  'chosen',
  'correct',
  'guess',
  'details',
] as const

type Cells = Partial<Record<(typeof COLUMNS)[number], string>>

/** What happened, one event a row. A cell that holds several names has a space between them. */
export function historyCsv(events: readonly JournalEvent[]): string {
  const rows = events.map((event) => {
    const cells: Cells = {
      id: event.id,
      at: new Date(event.at).toISOString(),
      utc_offset_minutes: String(event.offset),
      kind: event.kind,
      ...cellsOf(event),
    }
    return COLUMNS.map((column) => cells[column] ?? '')
  })
  return csvFile([COLUMNS, ...rows])
}

function cellsOf(event: JournalEvent): Cells {
  switch (event.kind) {
    case 'reviewed':
      return { facts: event.fact, card: event.card, grade: event.grade }
    case 'undone':
      return { details: event.event }
    case 'set-aside':
    case 'brought-back':
      return { details: [...event.spans.map(spanText), ...event.others].join(' ') }
    case 'backed-up':
      return {}
    case 'attempt-started': {
      const { mode, minutes, seed } = event.settings
      const limit = minutes === null ? 'no limit' : `${minutes} minutes`
      return { attempt: event.attempt, items: event.items.join(' '), details: `${mode}, ${limit}, seed ${seed}` }
    }
    case 'answered':
      return { attempt: event.attempt, items: event.item, chosen: event.chosen.join(' ') }
    case 'flagged':
      return { attempt: event.attempt, items: event.item, details: event.flagged ? 'flagged' : 'not flagged' }
    case 'struck':
      return {
        attempt: event.attempt,
        items: event.item,
        chosen: event.option,
        details: event.struck ? 'ruled out' : 'not ruled out',
      }
    case 'rated':
      return { attempt: event.attempt, items: event.item, details: event.confidence ?? 'not rated' }
    case 'visited':
      return { attempt: event.attempt, items: event.item }
    case 'paused':
    case 'resumed':
    case 'clock-read':
      return { attempt: event.attempt }
    case 'attempt-removed':
      return { attempt: event.attempt, details: event.removed ? 'removed' : 'put back' }
    case 'made-due':
      return { facts: event.facts.join(' ') }
    case 'checked':
      return { attempt: event.attempt, ...cellsOfOutcomes([event.outcome]) }
    case 'handed-in':
      return {
        attempt: event.attempt,
        ...cellsOfOutcomes(event.outcomes),
        details: event.why === 'time' ? 'time was up' : 'handed in',
      }
    case 'setting-changed':
      return { details: `${event.setting.name} ${event.setting.value}` }
    default:
      return unreachable(event)
  }
}

/** The first and the last event of a run, both included. */
const spanText = ([writer, from, to]: Span): string => `${writer}-${from}..${to}`

type Span = Extract<JournalEvent, { readonly kind: 'set-aside' }>['spans'][number]

/** Several outcomes: the cells name them in the same order. */
function cellsOfOutcomes(outcomes: readonly Outcome[]): Cells {
  return {
    items: outcomes.map(({ item }) => item).join(' '),
    facts: [...new Set(outcomes.flatMap(({ facts }) => facts))].join(' '),
    correct: outcomes.map(({ correct }) => (correct ? 'yes' : 'no')).join(' '),
    guess: outcomes.map(({ guess }) => String(guess)).join(' '),
  }
}
