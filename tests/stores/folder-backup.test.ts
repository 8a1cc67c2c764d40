import { describe, expect, test } from 'vitest'
import { encodeBackup, readBackup } from '../../src/journal/backup.ts'
import { pack } from '../../src/journal/pack/pack.ts'
import { eventsOf } from '../../src/journal/pack/packed-events.ts'
import { unpack } from '../../src/journal/pack/unpack.ts'
import { previewOf } from '../../src/journal/restore-preview.ts'
import { spansOf } from '../../src/journal/spans.ts'
import type { BackupFolder } from '../../src/journal/web/backup-folder.ts'
import { eventId } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import { createFolderBackup } from '../../src/stores/folder-backup.ts'
import type { JournalWork } from '../../src/stores/journal-work.ts'
import { reviewed } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { compile, MemoryShelf, opened, ports } from './imports.ts'
import { SharedFolder } from './shared-folder.ts'

const work: JournalWork = {
  makeBackup: (all, courses, made) => Promise.resolve(new File([encodeBackup(eventsOf(all), courses, made)], 'b')),
  async readBackup(file, here) {
    const read = readBackup(await file.text())
    if (read.kind === 'refused') return read
    const { events, ...about } = read.backup
    return { kind: 'read', ...about, preview: previewOf(eventsOf(here), events) }
  },
  lookAtCopy: (copy, here) => Promise.resolve(previewOf(eventsOf(here), unpack(copy).events)),
  copy: (all) => Promise.resolve(pack(eventsOf(all))),
  checkpoint: () => Promise.resolve(null),
}

/** A device: what it remembers stays when its page is opened anew. */
class Device {
  readonly storage = new TemporaryStorage()
  readonly shelf = new MemoryShelf()
  private readonly name: string
  private readonly shared: SharedFolder
  private visits = 0
  /** Held back by a slow browser. */
  delay = Promise.resolve()
  private remembered: BackupFolder | null = null

  constructor(name: string, shared: SharedFolder) {
    this.name = name
    this.shared = shared
  }

  async visit() {
    this.visits += 1
    const page = opened(this.shelf, compile, this.storage, `${this.name}${this.visits}`)
    await page.now().restore()
    const folders = {
      read: async () => {
        const { remembered } = this
        await this.delay
        return remembered
      },
      put: (folder: BackupFolder) => {
        this.remembered = folder
        return Promise.resolve()
      },
      clear: () => {
        this.remembered = null
        return Promise.resolve()
      },
    }
    const clock = { now: () => instant(2_000), offset: () => 0 }
    const pick = () => Promise.resolve(this.shared.handle())
    const { journal, imports } = page
    const backup = createFolderBackup({ journal, imports, work, clock, folders, pick })
    const step = () => backup.getState().step
    return { ...page, ...backup.getState(), step, reviews: () => journal.getState().learned.reviews }
  }
}

test('two devices that share a folder come to know all that either did', async () => {
  const shared = new SharedFolder()
  const [home, away] = [new Device('home', shared), new Device('away', shared)]
  const first = await home.visit()
  first.journal.getState().record(reviewed('f1'))
  await first.choose()
  const second = await away.visit()
  second.journal.getState().record(reviewed('f2'))
  await second.choose()
  expect([second.reviews(), shared.cards]).toEqual([2, 2])

  second.journal.getState().record(reviewed('f3'))
  await second.sync()
  const back = await home.visit()
  await back.start()
  expect([back.reviews(), shared.cards]).toEqual([3, 3])
  expect(back.step()).toEqual({ kind: 'kept', name: 'shared', at: 2_000 })
})

test('what comes into the folder while the file is being written is taken in, not written over', async () => {
  const shared = new SharedFolder()
  const others = new SharedFolder()
  const second = await new Device('away', others).visit()
  second.journal.getState().record(reviewed('f2'))
  await second.choose()
  const first = await new Device('home', shared).visit()
  first.journal.getState().record(reviewed('f1'))
  shared.meanwhile = others.text
  await first.choose()
  expect([first.reviews(), shared.cards, first.step().kind]).toEqual([2, 2, 'kept'])
})

test('a file that is replaced while it is read is read again, and left for later when that has no end', async () => {
  const shared = new SharedFolder()
  const others = await new Device('away', shared).visit()
  others.journal.getState().record(reviewed('f2'))
  await others.choose()
  const page = await new Device('home', shared).visit()
  shared.replaced = 2
  await page.choose()
  expect([page.step().kind, page.reviews()]).toEqual(['kept', 1])
  shared.put(shared.text)
  shared.replaced = 100
  await page.sync()
  expect(page.step()).toMatchObject({ kind: 'stuck', why: expect.stringContaining('changed again and again') })
})

test('a folder that is chosen before the browser has said which one it was is the one', async () => {
  const shared = new SharedFolder()
  const home = new Device('home', shared)
  let say = () => {}
  home.delay = new Promise((resolve) => {
    say = resolve
  })
  const page = await home.visit()
  const started = page.start()
  await page.choose()
  say()
  await started
  page.journal.getState().record(reviewed('f1'))
  await page.sync()
  expect(shared.cards).toBe(1)
})

test('a file that has all is not written again', async () => {
  const shared = new SharedFolder()
  const device = new Device('home', shared)
  const page = await device.visit()
  page.journal.getState().record(reviewed('f1'))
  await page.choose()
  // That a backup was made is an event as well; the visit after brings it into the file.
  await (await device.visit()).start()
  const { lastModified } = shared
  const later = await device.visit()
  await later.start()
  await later.sync()
  expect(shared.lastModified).toBe(lastModified)
})

test('what was set aside on one device stays so, although the file still has it', async () => {
  const shared = new SharedFolder()
  const device = new Device('home', shared)
  const page = await device.visit()
  page.journal.getState().record(reviewed('f1'))
  page.journal.getState().record(reviewed('f2'))
  await page.choose()
  page.journal.getState().record({ kind: 'set-aside', ...spansOf([eventId('home1', 2)]) })
  const later = await device.visit()
  await later.start()
  expect(later.reviews()).toBe(1)
  expect(shared.text).toContain('set-aside')
  const elsewhere = await new Device('away', shared).visit()
  await elsewhere.choose()
  expect(elsewhere.reviews()).toBe(1)
})

describe('notes of the person’s own', () => {
  test('come with the folder, and stay away where they were removed, without being lost from the file', async () => {
    const shared = new SharedFolder()
    const first = await new Device('home', shared).visit()
    await first.now().open(ports, [], null)
    await first.now().keep('Networks')
    await first.choose()

    const away = new Device('away', shared)
    const second = await away.visit()
    await second.choose()
    expect(second.titles()).toEqual(['Networks'])
    const [course] = second.now().kept
    if (course !== undefined) await second.now().remove(course)
    const later = await away.visit()
    later.journal.getState().record(reviewed('f1'))
    await later.start()
    expect(later.titles()).toEqual([])
    expect(shared.cards).toBe(1)
    expect(shared.text).toContain('Networks')
  })
})

describe('when something stands in the way', () => {
  test('a foreign file is left as it is', async () => {
    const shared = new SharedFolder()
    shared.put('a letter')
    const page = await new Device('home', shared).visit()
    await page.choose()
    expect(page.step()).toMatchObject({ kind: 'stuck', name: 'shared' })
    expect(shared.text).toBe('a letter')
    const later = await new Device('home', shared).visit()
    await later.start()
    expect(later.step()).toEqual({ kind: 'none' })
  })

  test('no room in the folder: the file stays, and it is said', async () => {
    const shared = new SharedFolder()
    const device = new Device('home', shared)
    const page = await device.visit()
    await page.choose()
    const before = shared.text
    shared.isFull = true
    page.journal.getState().record(reviewed('f1'))
    await page.sync()
    expect(page.step()).toEqual({ kind: 'stuck', name: 'shared', why: 'There is no room left.' })
    expect(shared.text).toBe(before)
    expect(page.journal.getState().learned.backup?.reviews ?? 0).toBe(0)
    shared.isFull = false
    await page.sync()
    expect(shared.cards).toBe(1)
  })

  test('the browser asks anew: nothing is touched until the person allows it', async () => {
    const shared = new SharedFolder()
    const device = new Device('home', shared)
    await (await device.visit()).choose()
    shared.allowed = 'prompt'
    const page = await device.visit()
    page.journal.getState().record(reviewed('f1'))
    await page.start()
    await page.sync()
    expect(page.step()).toEqual({ kind: 'locked', name: 'shared' })
    expect(shared.cards).toBe(0)
    shared.answer = 'denied'
    await page.allow()
    expect(page.step()).toEqual({ kind: 'locked', name: 'shared' })
    shared.answer = 'granted'
    await page.allow()
    expect(shared.cards).toBe(1)
  })
})
