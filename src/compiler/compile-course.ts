import type { AuthoredItems } from '../model/authored-items.ts'
import type { Course } from '../model/course.ts'
import type { Compiled, Diagnostic } from '../model/diagnostic.ts'
import { courseId, slug } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { NOTES_FILE, withoutExportMark } from '../model/notes-file.ts'
import { compileItems } from './compile-items.ts'
import type { ItemsCompiler } from './compile-items.ts'
import { compileRules, NO_RULES } from './compile-rules.ts'
import { compileTopic } from './compile-topic.ts'
import type { TopicCompiler } from './compile-topic.ts'
import { courseFiles, fileName, isBeside, isCalledRules } from './course-files.ts'
import type { SourceFile } from './source-lines.ts'

/** What compiles the files of a course, or knows them already. */
export interface Compilers {
  readonly topic: TopicCompiler
  readonly items: ItemsCompiler
}

const COMPILERS: Compilers = { topic: compileTopic, items: compileItems }

/**
 * Compiles a folder of notes. Files are read in the order given; each topic is named by its file, and so are the
 * questions beside it.
 *
 * @param onFile Told of each file as soon as it is compiled.
 */
export function compileCourse(
  name: string,
  files: readonly SourceFile[],
  onFile?: () => void,
  compile: Compilers = COMPILERS,
): Compiled<Course> {
  const { rules, notes, items } = courseFiles(files)
  const compiled = rules === undefined ? null : compileRules(rules)
  const { title, blueprint, vocabulary, about } = compiled?.value ?? NO_RULES
  const objectives = blueprint === null ? null : new Set(blueprint.objectives.map(({ id }) => id))
  const topics: Topic[] = []
  const remarks: Diagnostic[] = [...(compiled?.diagnostics ?? [])]
  const taken = new Set<string>()
  const names = plainNames(notes)
  for (const file of notes) {
    const topic = compile.topic(file, { id: `${name}/${topicName(names.get(file) ?? '', taken)}`, objectives })
    topics.push(topic.value)
    onFile?.()
    if (rules === undefined && isCalledRules(file)) remarks.push(withoutRules(file))
    for (const remark of topic.diagnostics) remarks.push(remark)
  }
  const authored: AuthoredItems[] = []
  for (const file of items) {
    const topic = topics.find((each) => isBeside(file.path, each.file))
    const compiledItems = topic === undefined ? null : compile.items(file, { topic, topics, objectives })
    if (compiledItems !== null) authored.push(compiledItems.value)
    for (const remark of compiledItems?.diagnostics ?? [withoutTopic(file)]) remarks.push(remark)
    onFile?.()
  }
  const course = {
    id: courseId(name),
    title: title || name,
    blueprint,
    vocabulary,
    topics,
    authored,
    renames: [],
    about,
  }
  return { value: course, diagnostics: remarks }
}

/** The names of some files, without the mark of an export where no other file has the same name then. */
function plainNames(files: readonly SourceFile[]): ReadonlyMap<SourceFile, string> {
  const written = files.map(({ path }) => fileName(path).replace(NOTES_FILE, ''))
  const counts = new Map<string, number>()
  for (const name of new Set(written)) {
    const plain = withoutExportMark(name).toLowerCase()
    counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return new Map(
    files.map((file, index) => {
      const name = written[index] ?? ''
      const plain = withoutExportMark(name)
      return [file, counts.get(plain.toLowerCase()) === 1 ? plain : name]
    }),
  )
}

/** A name made fit for an address where it isn't; files of one name in different folders are numbered. */
function topicName(name: string, taken: Set<string>): string {
  const base = /^[\p{L}\p{N}._-]+$/u.test(name) ? name : slug(name) || 'notes'
  let free = base
  for (let copy = 2; taken.has(free); copy += 1) free = `${base}-${copy}`
  taken.add(free)
  return free
}

function withoutRules({ path }: SourceFile): Diagnostic {
  const message = 'The file bears the name of a course’s rules and holds none, so it is read as notes.'
  const hint =
    'Nothing to do. For the rules of an exam, give it a table under a heading “Exam” and one under “Domains”.'
  return { severity: 'info', rule: 'course-as-notes', message, hint, file: path, line: 1, column: 1 }
}

function withoutTopic(file: SourceFile): Diagnostic {
  const name = fileName(file.path)
  const message = `No notes called “${name.replace(NOTES_FILE, '')}” stand in the folder above, so these questions belong to no topic.`
  const hint = 'Name the file like the notes that it belongs to: items/domain-5.md beside domain-5.md.'
  return { severity: 'error', rule: 'items-without-topic', message, hint, file: file.path, line: 1, column: 1 }
}
