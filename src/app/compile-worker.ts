import { withBackground } from '../compiler/background.ts'
import { compileCourse } from '../compiler/compile-course.ts'
import { renamesBetween } from '../compiler/identity/check-ledger.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import { whyNot } from '../engines/items/why-not.ts'
import { previewOf } from '../stores/course-preview.ts'
import type { CompileMessage, CompileRequest } from './compile-message.ts'

// Only the page that started this worker can write to it.
globalThis.addEventListener('message', ({ data }: MessageEvent<CompileRequest>) => {
  const { id, files, before } = data
  const { value, diagnostics } = compileCourse(id, files, () => tell({ kind: 'progress' }))
  const { title, blueprint, vocabulary, topics } = withBackground(value)
  const news = before === null ? null : renamesBetween(compileCourse(id, before).value, value)
  for (const topic of topics) tell({ kind: 'topic', topic })
  tell({
    kind: 'done',
    title,
    blueprint,
    vocabulary,
    diagnostics: [
      ...diagnostics,
      ...(news?.diagnostics ?? []),
      ...topics.flatMap((topic) => whyNot(topic, itemsIn(topic))),
    ],
    preview: previewOf(topics),
    renames: news?.renames ?? [],
  })
})

function tell(message: CompileMessage): void {
  globalThis.postMessage(message)
}
