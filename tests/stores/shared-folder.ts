import type { BackupFolder } from '../../src/journal/web/backup-folder.ts'

/** A folder with one file, as devices share it. */
export class SharedFolder {
  text = ''
  lastModified = 0
  isFull = false
  /** What another device puts there while the next one writes. */
  meanwhile: string | null = null
  /** How often the file is replaced before it is read to its end. */
  replaced = 0
  allowed: PermissionState = 'granted'
  answer: PermissionState = 'granted'

  put(text: string): void {
    this.text = text
    this.lastModified += 1
  }

  /** As one device has it in hand. */
  handle(): BackupFolder {
    const getFile = () => {
      const { text, lastModified } = this
      const file = new File([text], 'retain-backup.json', { lastModified })
      if (this.replaced > 0) file.arrayBuffer = () => this.replacedUnderway()
      return Promise.resolve(file)
    }
    const createWritable = () => {
      let written = ''
      const write = async (content: Blob) => {
        if (this.isFull) throw new DOMException('There is no room left.', 'QuotaExceededError')
        written = await content.text()
        if (this.meanwhile !== null) this.put(this.meanwhile)
        this.meanwhile = null
      }
      const close = () => Promise.resolve(this.put(written))
      return Promise.resolve({ write, close, abort: () => Promise.resolve() })
    }
    return {
      name: 'shared',
      getFileHandle: () => Promise.resolve({ getFile, createWritable }),
      queryPermission: () => Promise.resolve(this.allowed),
      requestPermission: () => Promise.resolve(this.answer),
    }
  }

  private replacedUnderway(): Promise<never> {
    this.replaced -= 1
    return Promise.reject(new DOMException('The requested file could not be read.', 'NotReadableError'))
  }

  get cards(): number {
    return this.text.split('"kind":"reviewed"').length - 1
  }
}
