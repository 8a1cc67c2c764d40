import { expect, test } from '@playwright/test'
import { ROUNDS, tell } from './rounds.ts'
import { acknowledgements, openSession, reviewOn, reviewsFound } from './session.ts'

const REVIEWS = 12

interface Damage {
  readonly name: string
  /** Whether the person is told. An empty database may be that of a browser that has had none before. */
  readonly isSaid: boolean
  readonly harm: (chance: number) => void | Promise<void>
}

/** What a browser, a cleaner, or a dying disk does to one of the two places while no page is open. */
const DAMAGES: readonly Damage[] = [
  {
    name: 'localStorage cleared',
    isSaid: true,
    harm: () => localStorage.clear(),
  },
  {
    name: 'the database deleted',
    isSaid: false,
    harm: async () => {
      await new Promise((resolve) => {
        const deleting = indexedDB.deleteDatabase('retain/journal')
        deleting.addEventListener('success', resolve)
      })
    },
  },
  {
    name: 'a key removed',
    isSaid: true,
    harm: (chance) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('retain/journal/'))
      localStorage.removeItem(keys[Math.floor(chance * keys.length)] ?? '')
    },
  },
  {
    name: 'a key cut short',
    isSaid: true,
    harm: (chance) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('retain/journal/'))
      const key = keys[Math.floor(((chance * 997) % 1) * keys.length)] ?? ''
      const text = localStorage.getItem(key) ?? ''
      localStorage.setItem(key, text.slice(0, Math.floor(chance * (text.length - 2))))
    },
  },
  {
    name: 'a key garbled',
    isSaid: true,
    harm: (chance) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('retain/journal/'))
      const key = keys[Math.floor(((chance * 997) % 1) * keys.length)] ?? ''
      const text = localStorage.getItem(key) ?? ''
      const place = Math.floor(chance * text.length)
      localStorage.setItem(key, `${text.slice(0, place)}\u0000\uffff"}{${text.slice(place + 5)}`)
    },
  },
  {
    name: 'records of the database removed and garbled',
    isSaid: true,
    harm: async (chance) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('retain/journal')
        opening.addEventListener('success', () => resolve(opening.result))
      })
      const events = database.transaction('events', 'readwrite').objectStore('events')
      await new Promise<void>((resolve) => {
        events.transaction.addEventListener('complete', () => resolve())
        const reading = events.getAllKeys()
        reading.addEventListener('success', () => {
          for (const [index, key] of reading.result.entries()) {
            const part = (index * chance) % 1
            if (part < 0.25) events.delete(key)
            else if (part < 0.5) events.put({ kind: 'dreamt', at: chance }, key)
          }
        })
      })
      database.close()
    },
  },
]

const SAID = /could not be read|came back from the second copy|were put back/

test(`one place or the other cleared, cut or garbled, ${ROUNDS} times: all is recovered, and said`, async ({
  browser,
  baseURL,
}) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const damage = DAMAGES[round % DAMAGES.length]
    if (damage === undefined) throw new Error('Expected something to break')
    const chance = Math.random()
    await test.step(`${damage.name} (${chance})`, async () => {
      const context = await browser.newContext()
      await acknowledgements(context)
      const page = await context.newPage()
      await openSession(page, baseURL)
      await reviewOn(page, REVIEWS)
      await page.close()

      const beside = await context.newPage()
      await beside.goto(`${baseURL}/icon.svg`)
      await beside.evaluate(damage.harm, chance)
      await beside.close()

      const after = await context.newPage()
      expect(await reviewsFound(after, baseURL, REVIEWS)).toBe(REVIEWS)
      if (damage.isSaid) await expect(after.getByText(SAID).first()).toBeVisible()
      await after.reload()
      expect(await reviewsFound(after, baseURL, REVIEWS)).toBe(REVIEWS)
      await context.close()
    })
  }
  tell(`Damaged in one place: ${ROUNDS} journals of ${REVIEWS} answers, 0 answers lost`)
})
