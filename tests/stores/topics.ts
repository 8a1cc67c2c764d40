import { NO_BACKGROUND } from '../../src/model/background.ts'
import type { Manifest } from '../../src/model/course.ts'
import type { Fact } from '../../src/model/fact.ts'
import { courseId, factId, sectionId, setId, topicId } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'

/** A topic whose section holds the given terms; the rest is plain. */
export function topicOf(name: string, terms: Readonly<Record<string, string>> = {}, title = name): Topic {
  const id = topicId(name)
  const section = sectionId('terms')
  return {
    id,
    course: courseId('course'),
    title,
    file: `${name}.md`,
    sections: [],
    facts: Object.entries(terms).map(([subject, value], line): Fact => ({
      kind: 'term',
      id: factId(id, section, 'term', 'means', subject),
      topic: id,
      section,
      path: [title, 'Terms'],
      subject,
      attribute: 'means',
      value,
      objective: null,
      source: { file: `${name}.md`, line: line + 1, column: 1 },
      set: setId(id, section, 'terms'),
      notes: [],
      withheld: null,
    })),
    items: [],
    notes: [],
    background: NO_BACKGROUND,
  }
}

export const TERMS = {
  Lineage: 'Knowing where data came from',
  Canary: 'Trying a model on few users',
  Shadow: 'Running a model without users',
  Poisoning: 'Putting bad samples into data',
  Injection: 'Sending words that bend rules',
  Masking: 'Hiding the names in a text',
} as const

export function manifestOf(...topics: readonly Topic[]): Manifest {
  return {
    id: courseId('course'),
    title: 'Course',
    blueprint: null,
    renames: [],
    topics: topics.map(({ id, title, facts }) => ({
      id,
      title,
      facts: facts.length,
      domains: [],
      items: 0,
    })),
  }
}

/** Where the items of attempts are not kept as they were asked. */
export const NOT_KEPT = { put: () => Promise.resolve() }
