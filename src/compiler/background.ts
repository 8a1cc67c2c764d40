import type { Background, Kind, Truth, Vocabulary } from '../model/background.ts'
import type { Course } from '../model/course.ts'
import { slug } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'

/** The course with what each topic has to know of the others. */
export function withBackground(course: Course): Course {
  const keyOf = keysWith(course.vocabulary.names)
  const said = new Map<string, (readonly [topic: TopicId, truths: readonly Truth[]])[]>()
  for (const topic of course.topics) {
    for (const [key, truths] of truthsIn(topic)) {
      const name = keyOf(key)
      const before = said.get(name)
      if (before === undefined) said.set(name, [[topic.id, truths]])
      else before.push([topic.id, truths])
    }
  }
  const elsewhere = (topic: Topic, key: string) =>
    (said.get(key) ?? []).flatMap(([id, truths]) => (id === topic.id ? [] : truths))
  return { ...course, topics: course.topics.map((topic) => withTruths(topic, course, (key) => elsewhere(topic, key))) }
}

/** A single topic with what its course and the other topics know of its subjects, and the names its words may bear. */
export function inCourse(topic: Topic, course: Course): Topic {
  const keyOf = keysWith(course.vocabulary.names)
  const subjects = new Set([...truthsIn(topic).keys()].map(keyOf))
  const said = new Map<string, Truth[]>()
  for (const other of course.topics) {
    if (other.id === topic.id) continue
    for (const [key, truths] of truthsIn(other)) {
      const name = keyOf(key)
      if (subjects.has(name)) said.set(name, [...(said.get(name) ?? []), ...truths])
    }
  }
  return withTruths(topic, course, (key) => said.get(key) ?? [])
}

/** @param elsewhere What other topics say of the subject of a key. */
function withTruths(topic: Topic, { vocabulary }: Course, elsewhere: (key: string) => readonly Truth[]): Topic {
  const keyOf = keysWith(vocabulary.names)
  const subjects = new Set([...truthsIn(topic).keys()].map(keyOf))
  const also = vocabulary.alsoTrue.flatMap(({ subject, value }): readonly Truth[] =>
    subjects.has(keyOf(keyIn(subject))) ? [{ subject, attribute: '', value }] : [],
  )
  const sides = new Set(topic.facts.flatMap(({ subject, value }) => [keyIn(subject), keyIn(value)]))
  const kinds = vocabulary.kinds.flatMap(({ kind, names }): readonly Kind[] => {
    const said = names.filter((name) => sides.has(keyIn(name)))
    return said.length === 0 ? [] : [{ kind, names: said }]
  })
  const background = {
    names: namesIn(topic, vocabulary),
    truths: [...[...subjects].flatMap(elsewhere), ...also],
    kinds,
  }
  return { ...topic, background }
}

function namesIn({ facts }: Topic, { names }: Vocabulary): Background['names'] {
  if (names.length === 0) return names
  const words = `-${slug(facts.flatMap(({ subject, value }) => [subject, value]).join(' '))}`
  return names.filter((group) => group.some((name) => words.includes(`-${slug(name)}`)))
}

const known = new WeakMap<Topic['facts'], ReadonlyMap<string, readonly Truth[]>>()

/** What a topic says, by the key of its subject. Topics that were not edited are asked again and again. */
function truthsIn({ facts }: Topic): ReadonlyMap<string, readonly Truth[]> {
  const before = known.get(facts)
  if (before !== undefined) return before
  const truths = new Map<string, Truth[]>()
  for (const { kind, subject, attribute, value } of facts) {
    if (kind !== 'relation' && kind !== 'term' && kind !== 'scenario') continue
    const key = keyIn(subject)
    const said = truths.get(key)
    if (said === undefined) truths.set(key, [{ subject, attribute, value }])
    else said.push({ subject, attribute, value })
  }
  known.set(facts, truths)
  return truths
}

/** The same for “the KMS keys” and “KMS key”. */
export function keyIn(subject: string): string {
  return slug(subject)
    .replace(/^(?:the|an?)-/, '')
    .replace(/([^siu])s$/, '$1')
}

/** All names of a thing have the key of its first one. */
function keysWith(names: Vocabulary['names']): (key: string) => string {
  const firsts = new Map(names.flatMap(([first = '', ...others]) => others.map((name) => [keyIn(name), keyIn(first)])))
  return (key) => firsts.get(key) ?? key
}
