import { itemsFor } from '../engines/exam/form.ts'
import { EXAM_PACE } from '../model/attempt.ts'
import type { Attempt, ExtraTime, Feedback } from '../model/attempt.ts'
import type { Blueprint, Manifest } from '../model/course.ts'
import { ITEM_TYPES } from '../model/item.ts'
import type { Item, ItemType } from '../model/item.ts'
import { PAGES } from '../model/page.ts'
import { narrowed } from './attempts.ts'
import type { Narrowing } from './attempts.ts'
import { readQuizLink } from './quiz-link.ts'
import type { Bank } from './use-bank.ts'

/** Where the questions come from: a parameter of the link, `domain=5`. Empty: from everywhere. */
type Origin = string

export type TimeLimit =
  | { readonly kind: 'pace' }
  | { readonly kind: 'none' }
  | { readonly kind: 'minutes'; readonly value: number }
  | { readonly kind: 'seconds'; readonly value: number }

/** What is chosen on the screen that sets up a quiz. */
export interface Drill {
  readonly from: Origin
  readonly narrowing: Narrowing | null
  readonly types: readonly ItemType[]
  readonly count: number
  readonly time: TimeLimit
  readonly extraTime: ExtraTime
  readonly feedback: Feedback
}

export const minutesFor = (count: number): number => Math.ceil((count * EXAM_PACE) / 60_000)

/** The link that starts a drill, without its seed. */
export function drillParameters(drill: Drill): URLSearchParams {
  const parameters = new URLSearchParams(drill.from)
  parameters.set('mode', 'practice')
  parameters.set('count', String(drill.count))
  if (drill.feedback === 'at-end') parameters.set('feedback', 'at-end')
  if (drill.narrowing !== null) parameters.set('only', drill.narrowing)
  if (drill.types.length < ITEM_TYPES.length) for (const type of drill.types) parameters.append('type', type)
  const { time, extraTime } = drill
  if (time.kind === 'pace') parameters.set('minutes', String(minutesFor(drill.count)))
  else if (time.kind !== 'none') parameters.set(time.kind, String(time.value))
  if (parameters.has('minutes') && extraTime !== 'none') parameters.set('extra', extraTime)
  return parameters
}

/** A whole exam, or one without the items that do not count, at the same pace. */
export function examParameters(
  { items, scoredItems, minutes }: Pick<Blueprint, 'items' | 'scoredItems' | 'minutes'>,
  course: string,
  isWhole: boolean,
  extraTime: ExtraTime,
): URLSearchParams {
  const count = isWhole ? items : scoredItems
  const parameters = new URLSearchParams({ mode: 'exam', topic: course, count: String(count) })
  parameters.set('minutes', String(Math.round((minutes * count) / items)))
  if (isWhole) parameters.set('unscored', String(items - scoredItems))
  if (extraTime !== 'none') parameters.set('extra', extraTime)
  return parameters
}

/** The address that starts it, the freshest questions first. */
export function startPage(parameters: URLSearchParams, seed: number): string {
  const all = new URLSearchParams(parameters)
  all.set('fresh', '1')
  all.set('seed', String(seed))
  return `${PAGES.newQuiz}?${all.toString()}`
}

/** The questions that a drill can be drawn from. */
export function itemsOfDrill(
  drill: Drill,
  { items, topics }: Bank,
  manifests: readonly Manifest[],
  attempts: readonly Attempt[],
): readonly Item[] {
  const { request } = readQuizLink(drillParameters(drill), topics, manifests, 0)
  const only = drill.narrowing === null ? null : narrowed(drill.narrowing, items, attempts)
  return itemsFor(items, { ...request, only })
}

/** Something that questions can come from, with how many there are. */
interface OriginChoice {
  readonly from: Origin
  readonly name: string
  readonly count: number
}

export interface OriginGroup {
  readonly name: string
  readonly choices: readonly OriginChoice[]
}

/** All that the questions of some courses can come from. */
export function originsIn({ items, topics }: Bank, manifests: readonly Manifest[]): readonly OriginGroup[] {
  const domains = manifests.flatMap(({ blueprint }) => blueprint?.domains ?? [])
  const tasks = [...new Set(items.flatMap(({ objective }) => taskOf(objective) ?? []))].toSorted()
  const choice = (name: string, value: string, label: string, isOf: (item: Item) => boolean): OriginChoice => {
    return { from: new URLSearchParams({ [name]: value }).toString(), name: label, count: items.filter(isOf).length }
  }
  const groups: readonly OriginGroup[] = [
    {
      name: 'Notes',
      choices: topics.map(({ id, title }) => choice('topic', id, title, ({ topic }) => topic === id)),
    },
    {
      name: 'Domains',
      choices: domains.map(({ number, title }) =>
        choice('domain', String(number), `${number}. ${title}`, ({ domain }) => domain === number),
      ),
    },
    {
      name: 'Task statements',
      choices: tasks.map((task) => choice('task', task, task, ({ objective }) => taskOf(objective) === task)),
    },
    ...topics.map(({ id, title, sections }) => ({
      name: `Sections of ${title}`,
      choices: sections.map((section) => {
        const start = `${id}#${section.id}`
        const label = `${section.number} ${section.title}`.trim()
        return choice('section', start, label, ({ facts }) => facts.some((fact) => fact.startsWith(`${start}/`)))
      }),
    })),
  ]
  return groups.map((group) => ({ ...group, choices: group.choices.filter(({ count }) => count > 0) }))
}

/** "5.1" of the objective "5.1.3". */
function taskOf(objective: string | null): string | null {
  return objective === null ? null : objective.split('.').slice(0, 2).join('.')
}
