import type { Background, Truth } from '../model/background.ts'
import type { Course } from '../model/course.ts'
import { slug } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'

/** The course with what each topic has to know of the others. */
export function withBackground(course: Course): Course {
  return { ...course, topics: course.topics.map((topic) => inCourse(topic, course)) }
}

/** A topic with what its course and the other topics know of its subjects, and the names that its words may bear. */
export function inCourse(topic: Topic, course: Course): Topic {
  return { ...topic, background: backgroundOf(topic, course) }
}

function backgroundOf(topic: Topic, { topics, vocabulary }: Course): Background {
  const own = truthsIn(topic)
  const keyOf = keysWith(vocabulary.names)
  const subjects = new Set([...own.keys()].map(keyOf))
  const truths: Truth[] = []
  for (const other of topics) {
    if (other.id === topic.id) continue
    for (const [key, said] of truthsIn(other))
      if (subjects.has(keyOf(key))) for (const truth of said) truths.push(truth)
  }
  for (const { subject, value } of vocabulary.alsoTrue) {
    if (subjects.has(keyOf(keyIn(subject)))) truths.push({ subject, attribute: '', value })
  }
  const words = `-${slug(topic.facts.flatMap(({ subject, value }) => [subject, value]).join(' '))}`
  const isHere = (names: readonly string[]) => names.some((name) => words.includes(`-${slug(name)}`))
  return { names: vocabulary.names.filter(isHere), truths }
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
function keyIn(subject: string): string {
  return slug(subject)
    .replace(/^(?:the|an?)-/, '')
    .replace(/([^siu])s$/, '$1')
}

/** All names of a thing have the key of its first one. */
function keysWith(names: Course['vocabulary']['names']): (key: string) => string {
  const firsts = new Map(names.flatMap(([first = '', ...others]) => others.map((name) => [keyIn(name), keyIn(first)])))
  return (key) => firsts.get(key) ?? key
}
