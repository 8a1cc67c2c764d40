import type { BrowserContext, Page } from '@playwright/test'

const SET_BY = 'wall-clock-set-by'

/** Lets the clock on the wall be set, for all pages of a browser; `performance` goes on telling what is true. */
export async function wallClock(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    const True = Date
    const now = () => True.now() + Number(localStorage.getItem(key) ?? 0)
    globalThis.Date = new Proxy(True, {
      construct: (date, given) => (given.length === 0 ? new date(now()) : Reflect.construct(date, given)),
      get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
    })
  }, SET_BY)
}

/** Sets it so many milliseconds from what is true. */
export async function setWallClock(page: Page, by: number): Promise<void> {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [SET_BY, String(by)] as const)
}

/** Likewise, while the app is closed: on a page of the site that is none of the app’s. */
export async function setWallClockUnseen(context: BrowserContext, by: number, address = ''): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}/icon.svg`)
  await setWallClock(page, by)
  await page.close()
}
