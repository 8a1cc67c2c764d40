import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/engines/items/grade-item.ts'
import { instant } from '../../src/model/time.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { bankOf } from '../../src/stores/item-bank.ts'
import { handInOverdue } from '../../src/stores/overdue.ts'
import { NOON } from '../journal/events.ts'
import { MINUTE, notesOf, opened } from './rehearsals.ts'
import { manifestOf } from './topics.ts'

describe('when the time is up and no screen shows it', () => {
  test('an attempt is handed in as it stands, once', async () => {
    const page = opened([notesOf(1, 10)])
    const id = page.begin('count=4&minutes=10&seed=5&mode=exam')
    const [item] = page.attemptOf(id).items
    const found = item === undefined ? undefined : page.items.get(item)
    if (item === undefined || found === undefined) throw new Error('Expected an item')
    page.journal.getState().record({ kind: 'answered', attempt: id, item, chosen: keyOf(found) })
    page.wait(10)
    await page.overdue()
    expect(page.attemptOf(id).phase).toBe('running')
    page.wait(1)
    // Where a page has it open, its clock may have been set, which that page alone can tell.
    await page.overdue(true)
    expect(page.attemptOf(id).phase).toBe('running')
    await Promise.all([page.overdue(), page.overdue()])
    expect(page.attemptOf(id)).toMatchObject({ phase: 'finished', why: 'time', endedAt: NOON + 10 * MINUTE })
    expect(
      page.journal
        .getState()
        .events()
        .filter(({ kind }) => kind === 'handed-in'),
    ).toHaveLength(1)
    const done = page.attemptOf(id)
    expect(done.phase === 'finished' && done.outcomes.filter(({ correct }) => correct)).toHaveLength(1)
  })

  test('one whose items were not kept is graded by the notes; one without limit, or at rest, is left alone', async () => {
    const page = opened([notesOf(1, 10)])
    const timed = page.begin('count=4&minutes=10&seed=5')
    const resting = page.begin('count=4&minutes=10&seed=6')
    const endless = page.begin('count=4&seed=7')
    page.journal.getState().record({ kind: 'paused', attempt: resting })
    page.kept.clear()
    page.wait(600)
    await page.overdue()
    expect([timed, resting, endless].map((id) => page.attemptOf(id).phase)).toEqual(['finished', 'running', 'running'])
    const done = page.attemptOf(timed)
    expect(done.phase === 'finished' && done.outcomes).toHaveLength(4)
  })
})

test('an item that left the notes is graded as it was asked', async () => {
  const before = notesOf(1, 10)
  const page = opened([before])
  const id = page.begin('count=4&minutes=10&seed=5')
  page.wait(600)
  const asked = page.kept.get(id)?.map((item) => item.id)
  expect(asked).toEqual(page.attemptOf(id).items)
  expect(bankOf(before).size).toBeGreaterThan(0)
  const courses = createCourseStore([manifestOf(notesOf(1, 0))], {})
  await handInOverdue({
    journal: page.journal,
    courses,
    asked: { get: (name) => Promise.resolve(page.kept.get(name) ?? null) },
    clock: { now: () => instant(NOON + 601 * MINUTE), offset: () => 0 },
    isHeld: () => Promise.resolve(false),
  })
  const done = page.attemptOf(id)
  expect(done.phase === 'finished' && done.outcomes).toHaveLength(4)
})
