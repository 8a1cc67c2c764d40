import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Link } from 'react-router'
import { PAGES } from '../../model/page.ts'
import { Button } from '../ui/button.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search.module.css'

/** The box is there at once, so that no key is lost; what finds is fetched meanwhile. */
const FoundHits = lazy(async () => ({ default: (await import('./found-hits.tsx')).FoundHits }))

const LIMIT = 8

/** The search over any screen: type, move with the arrows, open with Enter, leave with Escape. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector('input')?.focus()
    return () => element?.close()
  }, [])

  /** Closed by itself, the dialog gives the focus back to where it was; its event comes too late for the next key. */
  function close() {
    dialog.current?.close()
    onClose()
  }

  function steer(event: KeyboardEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLInputElement)) return
    const first = dialog.current?.querySelector<HTMLElement>('[data-hit]')
    if (event.key === 'Enter') first?.click()
    // In a search field, the browser would first empty the field.
    else if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') first?.focus()
    else return
    event.preventDefault()
  }

  /** A click on the backdrop is a click on the dialog itself; a hit may lead to the page that is open already. */
  function leave({ target }: MouseEvent<HTMLElement>) {
    if (target === dialog.current || (target instanceof Element && target.closest('a') !== null)) close()
  }

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label="Search"
      onCancel={close}
      onClose={onClose}
      onClick={leave}
      onKeyDown={steer}
    >
      <div className={styles['top']}>
        <SearchBox query={query} onType={setQuery} />
        <Button onClick={close}>Close</Button>
      </div>
      <div className={styles['results']}>
        <Suspense fallback={null}>
          <FoundHits query={query} limit={LIMIT} onSuggestion={setQuery} />
        </Suspense>
        {query.trim() !== '' && (
          <p className={styles['more']}>
            <Link to={`${PAGES.search}?q=${encodeURIComponent(query.trim())}`}>All hits for “{query.trim()}”</Link>
          </p>
        )}
      </div>
    </dialog>
  )
}
