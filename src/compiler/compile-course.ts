import type { Course } from '../model/course.ts'
import type { Compiled, Diagnostic } from '../model/diagnostic.ts'
import { courseId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { compileBlueprint } from './compile-blueprint.ts'
import { compileTopic } from './compile-topic.ts'
import type { SourceFile } from './source-lines.ts'

/** The file of a course's folder that holds the exam's rules; the others are topics. */
export const BLUEPRINT_FILE = 'course.md'

/** Compiles a folder of notes. Files are read in the order given; each topic is named by its file. */
export function compileCourse(name: string, files: readonly SourceFile[]): Compiled<Course> {
  const rules = files.find(({ path }) => fileName(path) === BLUEPRINT_FILE)
  const compiled = rules === undefined ? null : compileBlueprint(rules)
  const blueprint = compiled?.value.blueprint ?? null
  const objectives = blueprint === null ? null : new Set(blueprint.objectives.map(({ id }) => id))
  const topics: Topic[] = []
  const remarks: Diagnostic[] = [...(compiled?.diagnostics ?? [])]
  for (const file of files) {
    if (file === rules) continue
    const topic = compileTopic(file, { id: `${name}/${fileName(file.path).replace(/\.md$/i, '')}`, objectives })
    topics.push(topic.value)
    remarks.push(...topic.diagnostics)
  }
  const course = { id: courseId(name), title: compiled?.value.title || name, blueprint, topics }
  return { value: course, diagnostics: remarks }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
