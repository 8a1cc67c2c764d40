import { codeOfForm, readFormCode } from '../engines/exam/form-code.ts'
import { EXTRA_TIMES, withoutExtraTime } from '../model/attempt.ts'
import type { Attempt } from '../model/attempt.ts'
import type { Manifest } from '../model/course.ts'
import { factIdOf, plainId } from '../model/ids.ts'
import type { ItemId } from '../model/ids.ts'
import { ITEM_TYPES } from '../model/item.ts'
import { PAGES } from '../model/page.ts'
import { isNamed } from '../model/topic.ts'
import type { Topic } from '../model/topic.ts'
import { NARROWINGS } from './attempts.ts'
import type { AttemptRequest } from './attempts.ts'
import { itemsOf } from './item-bank.ts'

const MOST_ITEMS = 500
const MOST_MINUTES = 600
/** Seeds are 32 bits. */
const LAST_SEED = 2 ** 32 - 1
const USUAL_ITEMS = 10

/** What a link asks for. */
export interface ReadLink {
  readonly request: AttemptRequest
  /** What in it makes no sense, for the person; the request goes without it. */
  readonly problems: readonly string[]
}

/**
 * Reads a link that starts an attempt; anybody may have written it.
 *
 * @param anySeed What the form is drawn by where the link does not say.
 */
export function readQuizLink(
  parameters: URLSearchParams,
  topics: readonly Topic[],
  manifests: readonly Manifest[],
  anySeed: number,
): ReadLink {
  const problems: string[] = []
  const link = new LinkReader(parameters, problems)
  const mode = link.oneOf('mode', ['practice', 'exam'] as const) ?? 'practice'
  const code = parameters.get('form')
  const shared =
    code === null
      ? null
      : readFormCode(
          code,
          itemsOf(topics).map(({ id }) => id),
        )
  if (shared?.kind === 'damaged')
    problems.push('The list of questions in it is damaged: a part of the link is missing or was changed.')
  const only = shared?.kind === 'form' ? shared.items : null
  if (shared?.kind === 'form' && shared.missing > 0) {
    problems.push(`${shared.missing} of its questions are not in your notes: they come from another version of them.`)
  }
  const whole = shared?.kind === 'form' ? shared.items.length + shared.missing : USUAL_ITEMS
  const count = link.number('count', 1, MOST_ITEMS, true) ?? Math.max(1, whole)
  const minutes = link.number('minutes', 0, MOST_MINUTES)
  const extraTime = link.oneOf('extra', EXTRA_TIMES) ?? 'none'
  const unscored = link.number('unscored', 0, count - 1, true) ?? 0
  const request: AttemptRequest = {
    mode,
    feedback:
      mode === 'exam' || link.oneOf('feedback', ['at-once', 'at-end'] as const) === 'at-end' ? 'at-end' : 'at-once',
    count,
    minutes: minutes === 0 ? null : minutes,
    secondsPerItem: link.number('seconds', 5, 3_600),
    extraTime: minutes === null ? 'none' : extraTime,
    unscored,
    seed: link.number('seed', 0, LAST_SEED, true) ?? anySeed,
    topics: topicsOf(link, topics, manifests, mode === 'exam').map(({ id }) => id),
    domains: link.all('domain').flatMap((text) => link.wholeNumber('domain', text) ?? []),
    tasks: link.all('task').filter((task) => link.isTask(task)),
    sections: link.all('section'),
    types: link.all('type').flatMap((type) => link.among('type', type, ITEM_TYPES) ?? []),
    facts: link.all('fact').map(factIdOf),
    items: [],
    only,
    narrowing: link.oneOf('only', NARROWINGS),
    isFresh: parameters.get('fresh') === '1',
  }
  return { request, problems }
}

/** An exam without any topic named is one of the first course that has a blueprint. */
function topicsOf(link: LinkReader, topics: readonly Topic[], manifests: readonly Manifest[], isExam: boolean) {
  const names = link.all('topic')
  for (const name of names) {
    if (!topics.some((topic) => isNamed(topic, [name]))) link.problems.push(`There are no notes called “${name}”.`)
  }
  const named = topics.filter((topic) => isNamed(topic, names))
  if (named.length > 0 || !isExam) return named
  const course = manifests.find(({ blueprint }) => blueprint !== null)
  return topics.filter((topic) => topic.course === course?.id)
}

class LinkReader {
  readonly problems: string[]
  private readonly parameters: URLSearchParams

  constructor(parameters: URLSearchParams, problems: string[]) {
    this.parameters = parameters
    this.problems = problems
  }

  all(name: string): readonly string[] {
    return this.parameters.getAll(name)
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const text = this.parameters.get(name)
    return text === null ? null : this.among(name, text, values)
  }

  among<Value extends string>(name: string, text: string, values: readonly Value[]): Value | null {
    const found = values.find((value) => value === text)
    if (found === undefined) this.problems.push(`“${name}=${text}” is none of ${values.join(', ')}.`)
    return found ?? null
  }

  number(name: string, least: number, most: number, isWhole = false): number | null {
    const text = this.parameters.get(name)
    if (text === null) return null
    const value = /^\d{1,10}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    this.problems.push(`“${name}=${text}” is no ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`)
    return null
  }

  wholeNumber(name: string, text: string): number | null {
    if (/^\d{1,4}$/.test(text)) return Number(text)
    this.problems.push(`“${name}=${text}” is no number.`)
    return null
  }

  isTask(text: string): boolean {
    const isOne = /^\d{1,3}(?:\.\d{1,3}){1,2}$/.test(text)
    if (!isOne) this.problems.push(`“task=${text}” is no number of a task statement, such as 5.1.`)
    return isOne
  }
}

/**
 * A link to the same form: the same items, whatever was asked before, in the same time. Extra time is left out: who
 * follows it may have been granted another one, or none.
 */
export function formLink({ items, settings }: Attempt): string {
  const { mode, feedback, minutes, secondsPerItem, extraTime, seed, unscored } = settings
  const parameters = new URLSearchParams({ mode, seed: String(seed), form: codeOfForm(items.map(plainShape)) })
  if (mode === 'practice' && feedback === 'at-end') parameters.set('feedback', feedback)
  if (minutes !== null) parameters.set('minutes', String(withoutExtraTime(minutes, extraTime)))
  if (secondsPerItem !== null) parameters.set('seconds', String(secondsPerItem))
  if (unscored.length > 0) parameters.set('unscored', String(unscored.length))
  return `${PAGES.newQuiz}?${parameters.toString()}`
}

/** The shape an item was asked in is a matter of who was asked. */
function plainShape(item: ItemId): ItemId {
  const plain = plainId(item)
  return plain === '' ? item : plain
}
