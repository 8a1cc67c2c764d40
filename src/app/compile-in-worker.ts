import { courseId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import type { CompileNotes, CompiledNotes } from '../stores/notes-compiler.ts'
import type { CompileMessage, CompileRequest } from './compile-message.ts'

/** Compiles notes in a worker of their own: a cancel ends it at once, whatever it is doing. */
export const compileInWorker: CompileNotes = (id, files, onProgress, before = null) => {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' })
  const topics: Topic[] = []
  const result = new Promise<CompiledNotes>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CompileMessage>) => {
      if (data.kind === 'topic') {
        topics.push(data.topic)
        onProgress(topics.length)
        return
      }
      const { title, blueprint, diagnostics, preview, renames } = data
      resolve({ course: { id: courseId(id), title, blueprint, topics, renames: [] }, diagnostics, preview, renames })
      worker.terminate()
    })
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message || 'The compiler could not be loaded'))
      worker.terminate()
    })
  })
  worker.postMessage({ id, files, before } satisfies CompileRequest)
  return { result, cancel: () => worker.terminate() }
}
