import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { itemLoaders, loaders, manifests, outlineLoaders } from 'virtual:content'
import { AskedShelf } from '../journal/web/asked-shelf.ts'
import { isHeld, placeAt } from '../journal/web/attempt-lock.ts'
import { JournalKeeper } from '../journal/web/journal-keeper.ts'
import { browserStorage } from '../journal/web/key-value-storage.ts'
import { LocalJournal } from '../journal/web/local-journal.ts'
import { pagesOf } from '../journal/web/pages.ts'
import { COURSES_DATABASE, isDatabaseThere } from '../journal/web/lazy-database.ts'
import { TabChannel } from '../journal/web/tab-channel.ts'
import { instant } from '../model/time.ts'
import type { Clock } from '../stores/clock.ts'
import { createCourseStore } from '../stores/course-store.ts'
import { createJournalStore, namesOf } from '../stores/journal-store.ts'
import { ServicesContext } from '../stores/services.ts'
import type { Services } from '../stores/services.ts'
import '../views/ui/tokens.css'
import '../views/ui/base.css'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { once } from './once.ts'

/** The app runs under any path: the folder above the one that its scripts lie in. */
const BASE = import.meta.env.DEV ? '/' : new URL(/* @vite-ignore */ '..', import.meta.url).pathname

/** The hash in the name of this script changes with all that the first view needs. */
const BUILD = import.meta.env.DEV ? null : (import.meta.url.split('/').at(-1) ?? null)

allowOwnScripts()

/** Milliseconds between two looks for attempts whose time ran out unseen. */
const OVERDUE_CHECK = 10_000

/** Graded cards after which the browser is asked not to clear the site by itself: by then it is clear what for. */
const WORTH_KEEPING = 20

// A screen may be opened by the name of its file.
const tidied = location.pathname.replace(/(?:index)?\.html$/, '')
if (tidied !== location.pathname) history.replaceState(null, '', tidied + location.search + location.hash)

// The browser reads a relative address anew at each screen, and would look for the icon in its folder.
const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
icon?.setAttribute('href', icon.href)

const writer = pageName()
const local = new LocalJournal(browserStorage(), writer, BUILD)
const clock: Clock = { now: () => instant(Date.now()), offset: (at) => -new Date(at).getTimezoneOffset() }
const tabs = new TabChannel(
  (events) => journal.getState().takeIn(events),
  () => location.reload(),
)
const pages = pagesOf(navigator.locks, writer)
const keeper = new JournalKeeper(local, {
  openDatabase: async (...told) => (await import('../journal/web/journal-database.ts')).JournalDatabase.open(...told),
  pages,
  tell: (events) => tabs.tellEvents(events),
  onChange: () => journal.getState().look(),
  onFound: (events) => journal.getState().takeIn(events),
})
const journal = createJournalStore(keeper, clock, writer, manifests)
const courses = createCourseStore(manifests, { topics: loaders, items: itemLoaders, outlines: outlineLoaders })
const asked = new AskedShelf()
/** A browser that refuses to say is asked again by the shelf, which tells the person. */
const mayHaveKept = isDatabaseThere(COURSES_DATABASE).catch(() => true)
const imports = once(async () => {
  const [{ createImports }, mayHave] = await Promise.all([import('./imports.ts'), mayHaveKept])
  const store = createImports(courses, clock, journal)
  // Where nothing is kept, no screen shall be made to wait for it, whenever this is asked for.
  if (mayHave) void store.getState().restore()
  return store
})
void restoreImported()

const beginAnew = (): void => {
  tabs.tellErased()
  location.assign(BASE)
}
const parts = { local, keeper, pages, asked, journal, clock, beginAnew }
const upkeep = once(async () => {
  const [{ createUpkeep }, store] = await Promise.all([import('./upkeep.ts'), imports()])
  return createUpkeep({ ...parts, imports: store })
})
void keeper.start().then(() => whenIdle(lookAfterStorage))
setInterval(() => void endOverdue().catch(() => undefined), OVERDUE_CHECK)

/** Nothing waits for it: what fails here is tried again at the next start. */
async function lookAfterStorage(): Promise<void> {
  // Should it fail, the next look tries again; the rest does not wait for it.
  await endOverdue().catch(() => undefined)
  await keeper.tidy()
  const { copyOfToday, keepCheckpoint } = await import('./upkeep.ts')
  await copyOfToday(parts)
  await keepCheckpoint(parts, namesOf(manifests))
  await (await upkeep()).folderBackup.getState().start()
}

/** Attempts end when their time is up, also when no screen shows them. */
async function endOverdue(): Promise<void> {
  if ([...journal.getState().learned.attempts.values()].every(({ isHandedIn }) => isHandedIn)) return
  const { handInOverdue } = await import('../stores/overdue.ts')
  await handInOverdue({ journal, courses, asked, clock, isHeld: (attempt) => isHeld(navigator.locks, attempt) })
}

const stopAsking = journal.subscribe(({ learned }) => {
  if (learned.reviews < WORTH_KEEPING) return
  stopAsking()
  void navigator.storage?.persist?.()
})

const services: Services = {
  clock,
  steady: () => performance.now(),
  journal,
  courses,
  imports,
  asked,
  placeAt: (attempt, onChange) => placeAt(navigator.locks, attempt, onChange),
  random: Math.random,
  upkeep,
}

window.addEventListener('storage', ({ key, newValue }) => {
  journal.getState().takeIn(local.eventsOf(key, newValue))
})

const showTheme = (): void => {
  document.documentElement.dataset['theme'] = journal.getState().learned.settings.theme
}
showTheme()
journal.subscribe(showTheme)

import.meta.hot?.on('retain:content', ({ manifests: fresh, outlines, topics, authored }) => {
  // Who writes notes wants to see what they say now, also in an attempt.
  void asked.clear().catch(() => undefined)
  courses.getState().replace(fresh, { topics, authored, outlines })
  for (const manifest of fresh) journal.getState().follow(manifest)
})

const root = document.getElementById('root')
if (root === null) throw new Error('Expected index.html to have an element with the id “root”')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary base={BASE}>
      <ServicesContext value={services}>
        <BrowserRouter basename={BASE.replace(/\/$/, '')}>
          <App />
        </BrowserRouter>
      </ServicesContext>
    </ErrorBoundary>
  </StrictMode>,
)

/** Who needs every course waits until those that were imported are there. Few visits have any; the others fetch nothing. */
async function restoreImported(): Promise<void> {
  const { setRestoring } = courses.getState()
  setRestoring(true)
  try {
    if (await mayHaveKept) await imports()
    else setRestoring(false)
  } catch {
    // Could not be fetched: the next screen that asks for it tries again.
    setRestoring(false)
  }
}

/** A name that no other page uses, ever: 64 bits of chance. */
function pageName(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')
}

/** Safari has no idle times. */
function whenIdle(work: () => Promise<void>): void {
  const begin = (): void => void work().catch(() => undefined)
  if (typeof requestIdleCallback === 'undefined') setTimeout(begin, 2_000)
  else requestIdleCallback(begin)
}

/** The page's policy takes no text for the address of a script; workers are started by such texts. */
function allowOwnScripts(): void {
  if (globalThis.trustedTypes === undefined || globalThis.trustedTypes.defaultPolicy !== null) return
  globalThis.trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  })
}
