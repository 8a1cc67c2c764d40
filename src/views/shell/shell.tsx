import { BookOpen, ChartNoAxesColumn, CircleHelp, House, Layers, Search, Settings } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Link, NavigationType, NavLink, useLocation, useNavigationType } from 'react-router'
import { PAGES } from '../../model/page.ts'
import { useKeys } from '../ui/use-keys.ts'
import { KeptMark } from './kept-mark.tsx'
import styles from './shell.module.css'
import { TroublesBanner } from './troubles-banner.tsx'

const PLACES = [
  { to: PAGES.today, name: 'Today', Icon: House },
  { to: PAGES.study, name: 'Study', Icon: BookOpen },
  { to: PAGES.cards, name: 'Cards', Icon: Layers },
  { to: PAGES.quiz, name: 'Quiz', Icon: CircleHelp },
  { to: PAGES.progress, name: 'Progress', Icon: ChartNoAxesColumn },
] as const

interface Props {
  /** Draws the search that opens over any screen. */
  readonly search: (onClose: () => void) => ReactNode
  readonly children: ReactNode
}

/** What stands around every screen: the ways to the others, the search, and what the person has to know. */
export function Shell({ search, children }: Props) {
  const [isSearching, setSearching] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const arrival = useNavigationType()
  useKeys({ '/': () => setSearching(true) })
  useCommandK(() => setSearching(true))

  // A new screen starts at its top; going back, the browser finds the old place.
  useLayoutEffect(() => {
    setSearching(false)
    if (arrival !== NavigationType.Pop) window.scrollTo(0, 0)
  }, [pathname])

  return (
    <>
      <a className={styles['skip']} href="#main" onClick={(event) => skipTo(main.current, event)}>
        Skip to the content
      </a>
      <header className={styles['bar']}>
        <Link className={styles['brand']} to={PAGES.today}>
          Retain
        </Link>
        <nav className={styles['places']} aria-label="Main">
          {PLACES.map(({ to, name, Icon }) => (
            <NavLink key={to} to={to} end={to === PAGES.today} className={`${styles['place']}`}>
              <Icon size={20} aria-hidden />
              {name}
            </NavLink>
          ))}
        </nav>
        <div className={styles['tools']}>
          <KeptMark />
          <button
            type="button"
            className={styles['search']}
            onClick={() => setSearching(true)}
            aria-keyshortcuts="/ Control+K"
          >
            <Search size={18} aria-hidden />
            <span>Search</span>
            <kbd aria-hidden>/</kbd>
          </button>
          <NavLink to={PAGES.settings} className={`${styles['tool']}`} aria-label="Settings">
            <Settings size={20} aria-hidden />
          </NavLink>
        </div>
      </header>
      <TroublesBanner />
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      {isSearching && search(() => setSearching(false))}
    </>
  )
}

/** The address must not change: it says where in the notes the reader is. */
function skipTo(main: HTMLElement | null, event: { preventDefault: () => void }): void {
  event.preventDefault()
  main?.focus()
}

/** Ctrl K or ⌘ K, also while typing in a field. */
function useCommandK(open: () => void): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
