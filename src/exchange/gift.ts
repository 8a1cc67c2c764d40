import type { Item, MatchingItem, OrderingItem, ResponseItem } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'

/** Questions of a topic. */
export interface GiftCategory {
  readonly topic: Pick<Topic, 'title'>
  readonly items: readonly Item[]
}

/** Questions as a file in Moodle's GIFT, a category for each topic. */
export function giftFile(course: string, categories: readonly GiftCategory[]): string {
  return categories
    .filter(({ items }) => items.length > 0)
    .flatMap(({ topic, items }) => [giftCategory(course, topic.title), ...items.map(giftQuestion)])
    .map((block) => `${block}\n\n`)
    .join('')
}

/** The line that begins a category. A slash in a name is written twice there. */
function giftCategory(course: string, topic: string): string {
  const names = [course, topic].map((name) => name.replace(/\s+/g, ' ').replaceAll('/', '//'))
  return `$CATEGORY: ${names.join('/')}`
}

/** A question: its name, its words, its answers with their explanations, and what else the notes say. */
export function giftQuestion(item: Item): string {
  const remarks = item.remarks.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`))
  const references = item.references.map(({ title, address }) => `${title}: ${address}`)
  const more = [...explanationOf(item), ...remarks, ...references]
  return [
    `::${escaped(item.id)}::[plain]${escaped(stemOf(item))} {`,
    ...answersOf(item),
    ...(more.length === 0 ? [] : [`####[plain]${escaped(more.join('\n'))}`]),
    '}',
  ].join('\n')
}

function stemOf({ stem, exhibit }: Item): string {
  return exhibit === undefined ? stem : `${stem}\n${exhibit}`
}

/** Moodle shows no explanation of the single parts of an ordering or a matching. */
function explanationOf(item: Item): readonly string[] {
  if (item.type !== 'ordering' && item.type !== 'matching') return []
  return item.options.flatMap(({ text, rationale }) => (rationale === '' ? [] : [`${text}: ${rationale}`]))
}

function answersOf(item: Item): readonly string[] {
  switch (item.type) {
    case 'choice':
      return item.options.map(({ correct, text, rationale }) => answer(correct ? '=' : '~', text, rationale))
    case 'response':
      return responses(item)
    case 'ordering':
      return places(item)
    case 'matching':
      return pairs(item)
    case 'typed':
      // A star would stand for any text.
      return item.accepted.map((name) => `=${pair(name).replaceAll('*', '\\*')}`)
    default:
      return unreachable(item)
  }
}

/** The right ones share the points; a wrong one takes all of them, for the exam gives none then either. */
function responses({ options }: ResponseItem): readonly string[] {
  const right = options.filter(({ correct }) => correct).length
  const share = Number((100 / Math.max(1, right)).toFixed(5))
  return options.map(({ correct, text, rationale }) => answer(`~%${correct ? share : -100}%`, text, rationale))
}

/** GIFT knows no ordering: each step is matched with its place. */
function places({ order, options }: OrderingItem): readonly string[] {
  return order.map((id, place) => `=${pair(options.find((option) => option.id === id)?.text ?? '')} -> ${place + 1}`)
}

/** An answer that belongs to no prompt is offered all the same. */
function pairs({ prompts, options }: MatchingItem): readonly string[] {
  const taken = new Set(prompts.map((prompt) => prompt.answer))
  const textOf = (id: string): string => options.find((option) => option.id === id)?.text ?? ''
  return [
    ...prompts.map((prompt) => `=${pair(prompt.text)} -> ${pair(textOf(prompt.answer))}`),
    ...options.filter(({ id }) => !taken.has(id)).map(({ text }) => `= -> ${pair(text)}`),
  ]
}

function answer(mark: string, text: string, rationale: string): string {
  return `${mark}${begun(text)}${rationale === '' ? '' : `#${begun(rationale)}`}`
}

/** An arrow in the text would part it. */
const pair = (text: string): string => begun(text.replaceAll('->', '→'))

/** A text that begins like a weight or the name of a format is told apart by the name of its own. */
const begun = (text: string): string => `${/^\s*[[%]/.test(text) ? '[plain]' : ''}${escaped(text)}`

function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\r?\n/g, '\\n')
}
