import { withBackground } from '../compiler/background.ts'
import { compileCourse } from '../compiler/compile-course.ts'
import { renamesBetween } from '../compiler/identity/check-ledger.ts'
import type { Topic } from '../model/topic.ts'
import { previewOf, questionsOf } from '../stores/course-preview.ts'
import type { CompileMessage, CompileRequest, WorkerRequest } from './compile-message.ts'
import { partsOf } from './topic-parts.ts'

let compiled: readonly Topic[] = []

// Only the page that started this worker can write to it.
globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'compile') compiled = compile(data)
  else tell({ kind: 'questions', questions: questionsOf(compiled) })
})

function compile({ id, files, before }: CompileRequest): readonly Topic[] {
  const { value, diagnostics } = compileCourse(id, files, () => tell({ kind: 'progress' }))
  const { title, blueprint, vocabulary, topics } = withBackground(value)
  const news = before === null ? null : renamesBetween(compileCourse(id, before).value, value)
  for (const topic of topics) partsOf(topic).forEach(tell)
  tell({
    kind: 'done',
    title,
    blueprint,
    vocabulary,
    diagnostics: [...diagnostics, ...(news?.diagnostics ?? [])],
    preview: previewOf(topics),
    renames: news?.renames ?? [],
  })
  return topics
}

function tell(message: CompileMessage): void {
  globalThis.postMessage(message)
}
