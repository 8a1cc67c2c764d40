import type { AuthoredItems } from '../model/authored-items.ts'
import { courseId } from '../model/ids.ts'
import type { QuestionPreview } from '../stores/course-preview.ts'
import type { CompileNotes, CompiledNotes } from '../stores/notes-compiler.ts'
import type { CompileMessage, WorkerRequest } from './compile-message.ts'
import { TopicJoiner } from './topic-parts.ts'

/** Compiles notes in a worker of their own: a cancel ends it at once, whatever it is doing. */
export const compileInWorker: CompileNotes = (id, files, onProgress, before = null) => {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' })
  const ask = (request: WorkerRequest): void => worker.postMessage(request)
  const joiner = new TopicJoiner()
  const authored: AuthoredItems[] = []
  let done = 0
  const result = new Promise<CompiledNotes>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CompileMessage>) => {
      switch (data.kind) {
        case 'progress':
          done += 1
          onProgress(done)
          break
        case 'done': {
          const { title, blueprint, vocabulary, about, diagnostics, preview, renames } = data
          const topics = joiner.topics()
          const course = { id: courseId(id), title, blueprint, vocabulary, topics, authored, renames: [], about }
          resolve({ course, diagnostics, preview, renames })
          break
        }
        case 'authored':
          authored.push(data.file)
          break
        case 'questions':
          break
        default:
          joiner.take(data)
      }
    })
    onError(worker, reject)
  })
  const questions = (): Promise<QuestionPreview> =>
    new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<CompileMessage>) => {
        if (data.kind !== 'questions') return
        resolve(data.questions)
        worker.terminate()
      })
      onError(worker, reject)
      ask({ kind: 'questions' })
    })
  ask({ kind: 'compile', id, files, before })
  return { result, questions, cancel: () => worker.terminate() }
}

function onError(worker: Worker, reject: (error: Error) => void): void {
  worker.addEventListener('error', ({ message }) => {
    reject(new Error(message || 'The compiler could not be loaded'))
    worker.terminate()
  })
}
