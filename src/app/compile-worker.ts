import { compileCourse } from '../compiler/compile-course.ts'
import { previewOf } from '../stores/course-preview.ts'
import type { CompileMessage, CompileRequest } from './compile-message.ts'

// Only the page that started this worker can write to it.
globalThis.addEventListener('message', ({ data }: MessageEvent<CompileRequest>) => {
  const { value, diagnostics } = compileCourse(data.id, data.files, (topic) => tell({ kind: 'topic', topic }))
  const { title, blueprint, topics } = value
  tell({ kind: 'done', title, blueprint, diagnostics, preview: previewOf(topics) })
})

function tell(message: CompileMessage): void {
  globalThis.postMessage(message)
}
