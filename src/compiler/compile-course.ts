import type { Course } from '../model/course.ts'
import type { Compiled, Diagnostic } from '../model/diagnostic.ts'
import { courseId, slug } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { NOTES_FILE } from '../model/notes-file.ts'
import { compileRules, NO_RULES } from './compile-rules.ts'
import { compileTopic } from './compile-topic.ts'
import type { TopicCompiler } from './compile-topic.ts'
import type { SourceFile } from './source-lines.ts'

/** The file of a course's folder that holds the exam's rules; the others are topics. */
export const BLUEPRINT_FILE = 'course.md'

/**
 * Compiles a folder of notes. Files are read in the order given; each topic is named by its file.
 *
 * @param onTopic Told of each topic as soon as it is compiled.
 * @param compile Compiles a topic, or knows it already.
 */
export function compileCourse(
  name: string,
  files: readonly SourceFile[],
  onTopic?: (topic: Topic) => void,
  compile: TopicCompiler = compileTopic,
): Compiled<Course> {
  const rules = files.find(({ path }) => fileName(path) === BLUEPRINT_FILE)
  const compiled = rules === undefined ? null : compileRules(rules)
  const { title, blueprint, vocabulary } = compiled?.value ?? NO_RULES
  const objectives = blueprint === null ? null : new Set(blueprint.objectives.map(({ id }) => id))
  const topics: Topic[] = []
  const remarks: Diagnostic[] = [...(compiled?.diagnostics ?? [])]
  const taken = new Set<string>()
  for (const file of files) {
    if (file === rules) continue
    const topic = compile(file, { id: `${name}/${topicName(file.path, taken)}`, objectives })
    topics.push(topic.value)
    onTopic?.(topic.value)
    for (const remark of topic.diagnostics) remarks.push(remark)
  }
  const course = { id: courseId(name), title: title || name, blueprint, vocabulary, topics, renames: [] }
  return { value: course, diagnostics: remarks }
}

/** The file's name, made fit for an address where it isn't; files of one name in different folders are numbered. */
function topicName(path: string, taken: Set<string>): string {
  const name = fileName(path).replace(NOTES_FILE, '')
  const base = /^[\p{L}\p{N}._-]+$/u.test(name) ? name : slug(name) || 'notes'
  let free = base
  for (let copy = 2; taken.has(free); copy += 1) free = `${base}-${copy}`
  taken.add(free)
  return free
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
