import { withBackground } from '../compiler/background.ts'
import { compileCourse } from '../compiler/compile-course.ts'
import { renamesBetween } from '../compiler/identity/check-ledger.ts'
import { lintItems } from '../engines/items/lint-items.ts'
import { withAuthored } from '../model/authored-items.ts'
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
  const { title, blueprint, vocabulary, topics, authored, about } = withBackground(value)
  const news = before === null ? null : renamesBetween(compileCourse(id, before).value, value)
  for (const topic of topics) partsOf(topic).forEach(tell)
  for (const file of authored) tell({ kind: 'authored', file })
  tell({
    kind: 'done',
    title,
    blueprint,
    vocabulary,
    about,
    diagnostics: [
      ...diagnostics,
      ...authored.flatMap((file) => lintItems(file, vocabulary.names)),
      ...(news?.diagnostics ?? []),
    ],
    preview: previewOf(topics),
    renames: news?.renames ?? [],
  })
  return withAuthored(topics, authored)
}

function tell(message: CompileMessage): void {
  globalThis.postMessage(message)
}
