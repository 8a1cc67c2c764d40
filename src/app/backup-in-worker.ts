import type { BackupWork } from '../stores/backup-work.ts'
import type { BackupAnswer, BackupRequest } from './backup-worker.ts'

/** Makes and reads backups in a worker of their own, so that the page stays at hand whatever the file holds. */
export const backupInWorker: BackupWork = {
  async make(events, courses, made) {
    const answer = await ask({ kind: 'make', events, courses, made })
    if (answer.kind !== 'made') throw new Error('The backup could not be made')
    return answer.file
  },
  async read(file) {
    const answer = await ask({ kind: 'read', file })
    return answer.kind === 'made' ? { kind: 'refused', why: 'unknown' } : answer
  },
}

function ask(request: BackupRequest): Promise<BackupAnswer> {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<BackupAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<BackupAnswer>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The backup could not be read')))
  })
  worker.postMessage(request)
  return answer.finally(() => worker.terminate())
}
