import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBackup, readBackup } from '../../src/journal/backup.ts'
import { backupFile, textOfBackup } from '../../src/journal/web/backup-file.ts'
import { union } from '../../src/journal/union.ts'
import { courseId, factIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import { event, journals, NOON, reviewed } from './events.ts'

const MADE = instant(NOON)
const course = {
  id: courseId('mine'),
  title: 'Notes “of mine”',
  files: [{ path: 'a.md', text: '# A\n\n| x | y |\n' }],
  savedAt: MADE,
  renames: [[factIdOf('a'), factIdOf('b')] as const],
}

test('what is put into a backup comes out again', () => {
  fc.assert(
    fc.property(journals, (events) => {
      const about = { made: '2027-01-10T12:00:00.000Z', courses: [course], skipped: 0, isUnchanged: true }
      expect(readBackup(encodeBackup(events, [course], MADE))).toEqual({
        kind: 'read',
        backup: { ...about, events: union(events) },
      })
    }),
  )
})

test('a file that says two things of one event is taken to say one', () => {
  const twice = [event(1, reviewed('f1'), 7), event(2, reviewed('f2'), 7)]
  const read = readBackup(encodeBackup(twice, [], MADE))
  expect(read.kind === 'read' && read.backup.events).toEqual([twice[0]])
})

test('a small one is plain JSON, a large one is packed; both are read', async () => {
  const small = encodeBackup([event(1, reviewed('f1'))], [], MADE)
  const large = encodeBackup(
    Array.from({ length: 2_000 }, (_, index) => event(index, reviewed(`fact number ${index}`))),
    [],
    MADE,
  )
  for (const text of [small, large]) {
    const file = await backupFile(text)
    expect(await textOfBackup(file)).toEqual({ kind: 'text', text })
  }
  expect((await backupFile(large)).size).toBeLessThan(large.length / 4)
})

describe('a file that is no backup, or a bad one', () => {
  test('never throws and never makes anything up, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readBackup(text).kind).toBe('refused')
      }),
    )
  })

  test('gives the records that are well-formed, and counts the others', () => {
    const good = JSON.stringify(event(1, reviewed('f1')))
    const bad = ['null', '7', '"x"', '[]', '{}', '{"kind":"reviewed"}', '{"__proto__":{"kind":"reviewed"},"id":"p-1"}']
    const wrongTypes = good.replace(/"at":\d+/, '"at":"yesterday"')
    const events = [good, ...bad, wrongTypes].join(',')
    const read = readBackup(`{"format":"retain-backup","version":1,"made":"x","events":[${events}]}`)
    expect(read).toMatchObject({ kind: 'read', backup: { events: [event(1, reviewed('f1'))], skipped: 8 } })
    expect({}).not.toHaveProperty('kind')
  })

  test('that was altered is read, and said to be altered', () => {
    const text = encodeBackup([event(1, reviewed('f1', 'good'))], [], MADE).replace('"good"', '"easy"')
    expect(readBackup(text)).toMatchObject({ kind: 'read', backup: { isUnchanged: false } })
  })

  test('a million levels deep is refused', () => {
    expect(readBackup('['.repeat(1_000_000) + ']'.repeat(1_000_000)).kind).toBe('refused')
    expect(readBackup('{"a":'.repeat(1_000_000)).kind).toBe('refused')
    const deep = `{"format":"retain-backup","version":1,"made":"x","events":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`
    expect(readBackup(deep)).toMatchObject({ kind: 'read', backup: { events: [], skipped: 1 } })
  })

  test('that is packed and damaged, or cut short, is refused', async () => {
    const file = await backupFile(
      encodeBackup(
        Array.from({ length: 2_000 }, (_, n) => event(n, reviewed(`f${n}`))),
        [],
        MADE,
      ),
    )
    expect(await textOfBackup(file.slice(0, Math.floor(file.size / 2)))).toEqual({ kind: 'refused', why: 'damaged' })
  })

  test('of 500 MB is refused before it is read', async () => {
    const huge = Object.defineProperty(new Blob(['{']), 'size', { value: 500_000_000 })
    expect(await textOfBackup(huge)).toEqual({ kind: 'refused', why: 'too-large' })
  })

  test('that unpacks to far more than any backup is given up on the way', async () => {
    const megabyte = new Uint8Array(1_048_576).fill(0x20)
    const bomb = await new Response(
      new Blob(Array.from({ length: 450 }, () => megabyte)).stream().pipeThrough(new CompressionStream('gzip')),
    ).blob()
    expect(bomb.size).toBeLessThan(1_000_000)
    expect(await textOfBackup(bomb)).toEqual({ kind: 'refused', why: 'too-large' })
  }, 60_000)
})
