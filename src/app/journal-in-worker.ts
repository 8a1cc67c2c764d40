import type { JournalWork } from '../stores/journal-work.ts'
import type { JournalRequest } from './journal-worker.ts'

/** Does what takes as long as the history is in a worker of its own, so that the page stays at hand. */
export const journalInWorker: JournalWork = {
  makeBackup: (...given) => ask({ name: 'makeBackup', given }),
  readBackup: (...given) => ask({ name: 'readBackup', given }),
  lookAtCopy: (...given) => ask({ name: 'lookAtCopy', given }),
  copy: (...given) => ask({ name: 'copy', given }),
  checkpoint: (...given) => ask({ name: 'checkpoint', given }),
}

type Answer<Name extends keyof JournalWork> = Awaited<ReturnType<JournalWork[Name]>>

function ask<Name extends keyof JournalWork>(
  request: Extract<JournalRequest, { readonly name: Name }>,
): Promise<Answer<Name>> {
  const worker = new Worker(new URL('./journal-worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Answer<Name>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer<Name>>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The history could not be read')))
  })
  worker.postMessage(request)
  return answer.finally(() => worker.terminate())
}
