import { courseId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import type { CompileNotes, CompiledNotes } from '../stores/notes-compiler.ts'
import type { CompileMessage, CompileRequest } from './compile-message.ts'

/** Compiles notes in a worker of their own: a cancel ends it at once, whatever it is doing. */
export const compileInWorker: CompileNotes = (id, files, onProgress, before = null) => {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' })
  const topics: Topic[] = []
  let done = 0
  const result = new Promise<CompiledNotes>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CompileMessage>) => {
      switch (data.kind) {
        case 'progress':
          done += 1
          onProgress(done)
          break
        case 'topic':
          topics.push(data.topic)
          break
        case 'done': {
          const { title, blueprint, vocabulary, diagnostics, preview, renames } = data
          const course = { id: courseId(id), title, blueprint, vocabulary, topics, renames: [] }
          resolve({ course, diagnostics, preview, renames })
          worker.terminate()
        }
      }
    })
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message || 'The compiler could not be loaded'))
      worker.terminate()
    })
  })
  worker.postMessage({ id, files, before } satisfies CompileRequest)
  return { result, cancel: () => worker.terminate() }
}
