import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

const MINUTE = 60_000
export const LIMIT = 30 * MINUTE

/** What has been done in an exam, as the page showed it, in turn. */
export interface ExamStep {
  readonly item: string
  readonly chosen: string
  readonly isFlagged: boolean
}

/** What a page that answers by itself has told. */
export interface Told {
  /** The steps that were begun; of these, so many were shown as kept. */
  readonly begun: ExamStep[]
  kept: number
}

/** Takes down what pages tell, which they await. */
export async function toldIn(context: BrowserContext): Promise<Told> {
  const told: Told = { begun: [], kept: 0 }
  await context.exposeFunction('tellStep', (step: ExamStep) => {
    told.begun.push(step)
  })
  await context.exposeFunction('tellStepKept', () => {
    told.kept = told.begun.length
  })
  return told
}

declare global {
  function tellStep(step: ExamStep): Promise<void>
  function tellStepKept(): Promise<void>
}

/** Starts an exam of 20 items, and tells its address. */
export async function startExam(page: Page, address = '', query = 'count=20&minutes=30'): Promise<string> {
  await page.goto(`${address}/quiz/new?${query}&seed=7&mode=exam&type=choice`)
  await expect(page.getByTestId('item')).toHaveAttribute('data-index', '1')
  await expect(page).toHaveURL(/\/quiz\/(?!new)/)
  return page.url()
}

/** Answers, flags and turns, there and back again, as fast as the page allows, waiting each time until it says “Kept”. */
export async function answerOn(page: Page, count: number): Promise<void> {
  await page.evaluate(async (most) => {
    const item = () => document.querySelector<HTMLElement>('[data-testid=item]')
    const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve))
    }
    const isKept = () => document.querySelector<HTMLElement>('[data-testid=kept]')?.dataset['pending'] === '0'
    const flags = new Set<string>()
    let turn = 'ArrowRight'
    for (let done = 0; done < most; done += 1) {
      const { index = '', item: name = '' } = item()?.dataset ?? {}
      const options = [...(item()?.querySelectorAll<HTMLInputElement>('input') ?? [])]
      const place = (done * 7 + Number(index)) % options.length
      if (done % 3 === 0) {
        if (flags.has(name)) flags.delete(name)
        else flags.add(name)
      }
      const chosen = options[place]?.value ?? ''
      await globalThis.tellStep({ item: name, chosen, isFlagged: flags.has(name) })
      press('abcde'.charAt(place))
      if (done % 3 === 0) press('f')
      await until(() => item()?.querySelector<HTMLInputElement>('input:checked')?.value === chosen)
      await until(isKept)
      await globalThis.tellStepKept()
      if (index === '20') turn = 'ArrowLeft'
      else if (index === '1') turn = 'ArrowRight'
      press(turn)
      await until(() => item()?.dataset['index'] !== index)
    }
  }, count)
}

/** The events that either of the two places holds, in the order of time. */
export async function eventsIn(page: Page): Promise<readonly StoredEvent[]> {
  const found = await page.evaluate(async () => {
    const lines = Object.entries(localStorage).flatMap(([key, text]: [string, string]) =>
      key.startsWith('retain/journal/') ? text.split('\n').filter((line) => line.includes('{')) : [],
    )
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('retain/journal')
      opening.addEventListener('success', () => resolve(opening.result))
    })
    const records = await new Promise<readonly unknown[]>((resolve) => {
      const reading = database.transaction('events').objectStore('events').getAll()
      reading.addEventListener('success', () => resolve(reading.result))
    })
    database.close()
    return { lines, records: JSON.stringify(records) }
  })
  const inDatabase: readonly StoredEvent[] = JSON.parse(found.records)
  const events = found.lines.map((line): StoredEvent => JSON.parse(line.slice(line.indexOf('{'))))
  return [...new Map([...events, ...inDatabase].map((event) => [event.id, event])).values()].toSorted(
    (one, other) => one.at - other.at,
  )
}

export interface StoredEvent {
  readonly id: string
  readonly kind: string
  readonly at: number
  readonly [field: string]: unknown
}

/** How many times the attempt was handed in, as the journal has it. */
export async function handIns(page: Page): Promise<readonly StoredEvent[]> {
  return (await eventsIn(page)).filter(({ kind }) => kind === 'handed-in')
}

export async function startOf(page: Page): Promise<number> {
  return (await eventsIn(page)).find(({ kind }) => kind === 'attempt-started')?.at ?? Number.NaN
}

/**
 * By how many milliseconds the clock of an exam is wrong; more than 0 when it shows too much time left. It is read at the
 * moments at which it is painted, against a clock that nobody set. What a busy machine takes to paint it makes a single
 * reading too late, so the best of some counts: an error of the clock is in all of them.
 */
export async function clockError(page: Page, startedAt: number, limit = LIMIT): Promise<number> {
  return page.evaluate(
    async ([begun, whole]) => {
      const shown = document.querySelector<HTMLElement>('[data-testid=time-left]')
      if (shown === null) return Number.NaN
      let best = Number.POSITIVE_INFINITY
      for (let reading = 0; reading < 12 && (reading < 3 || Math.abs(best) > 10); reading += 1) {
        const error = await new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            const left = whole - (performance.timeOrigin + performance.now() - begun)
            observer.disconnect()
            resolve(Number(shown.dataset['ms']) - left)
          })
          observer.observe(shown, { attributes: true, attributeFilter: ['data-ms'] })
        })
        if (Math.abs(error) < Math.abs(best)) best = error
      }
      return best
    },
    [startedAt, limit] as const,
  )
}
