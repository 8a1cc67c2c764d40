import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerOn, eventsIn, startExam, toldIn } from './exam.ts'

/** Leaves no room at all in localStorage. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (let size = 1_048_576; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let part = 0; part < 64; part += 1) localStorage.setItem(`other/${size}/${part}`, 'x'.repeat(size))
      } catch {
        // Full for pieces of this size; smaller ones may still fit.
      }
    }
  })
}

test('with localStorage full, an exam goes on, says so, and is there after a reload', async ({ context, baseURL }) => {
  const told = await toldIn(context)
  const page = await context.newPage()
  await startExam(page, baseURL)
  await answerOn(page, 2)
  await fill(page)
  await answerOn(page, 8)
  expect(told.kept).toBe(10)
  await expect(page.getByText('has no room for the copy of your answers that is read first')).toBeVisible()
  const before = await eventsIn(page)
  await page.reload()
  await expect(page.getByTestId('answered-total')).toHaveAttribute('data-count', '10')
  expect((await eventsIn(page)).filter(({ kind }) => kind === 'answered').map(({ id }) => id)).toEqual(
    before.filter(({ kind }) => kind === 'answered').map(({ id }) => id),
  )
})

const NAME = 'notes-changed'
const TOPIC = 'aif-c01/domain-5'

/** What stands in storage where an attempt was begun on notes that are gone. */
async function beginOnOldNotes(page: Page, isKept: boolean): Promise<void> {
  const place = { topic: TOPIC, section: 'gone', anchor: 'gone', file: 'gone.md', line: 7 }
  const item = {
    id: `${TOPIC}#gone/q1`,
    origin: 'generated',
    type: 'choice',
    topic: TOPIC,
    domain: 5,
    objective: null,
    stem: 'What did the notes say before they changed?',
    options: ['This', 'That', 'Something else', 'Nothing'].map((text, index) => {
      return { id: `o${index}`, text, correct: index === 0, rationale: `It was ${text}.`, source: place }
    }),
    facts: [],
    remarks: [],
    references: [],
  }
  const start = {
    kind: 'attempt-started',
    attempt: NAME,
    items: [item.id],
    settings: { mode: 'exam', minutes: 30, seed: 1 },
    id: 'old-1',
    at: Date.now(),
    offset: 0,
  }
  await page.evaluate((line) => localStorage.setItem('retain/journal/old/0', line), `${JSON.stringify(start)}\n`)
  if (!isKept) return
  await page.evaluate(
    async ([name, value]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('retain/asked', 1)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('attempts'))
        opening.addEventListener('success', () => resolve(opening.result))
      })
      await new Promise<void>((resolve) => {
        const writing = database.transaction('attempts', 'readwrite')
        writing.addEventListener('complete', () => resolve())
        writing.objectStore('attempts').put([value], name)
      })
      database.close()
    },
    [NAME, item] as const,
  )
}

async function handIn(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'Navigator' }).getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Hand in' }).dblclick()
}

test('a question that left the notes is asked as it was, and graded', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/icon.svg`)
  await beginOnOldNotes(page, true)
  await page.goto(`${baseURL}/quiz/${NAME}`)
  await expect(page.getByText('What did the notes say before they changed?')).toBeVisible()
  await page.getByRole('radio', { name: 'This' }).check()
  await expect(page.getByTestId('answered-total')).toHaveAttribute('data-count', '1')
  await handIn(page)
  await expect(page.getByTestId('score')).toHaveAttribute('data-correct', '1')
  await expect(page.getByTestId('score')).toHaveAttribute('data-count', '1')
  await page.reload()
  await expect(page.getByTestId('score')).toHaveAttribute('data-correct', '1')
  expect((await eventsIn(page)).filter(({ kind }) => kind === 'handed-in')).toHaveLength(1)
})

test('where it was not kept, that is said, and the attempt can be ended', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/icon.svg`)
  await beginOnOldNotes(page, false)
  await page.goto(`${baseURL}/quiz/${NAME}`)
  await expect(page.getByTestId('item')).toContainText('have changed. It is not counted.')
  await handIn(page)
  await expect(page.getByTestId('score')).toHaveAttribute('data-count', '0')
  await expect(page.getByText('Nothing could be graded.')).toBeVisible()
})
