import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { PAGES } from '../../model/page.ts'
import { useSearchIndex } from '../../stores/use-search.ts'
import { Button } from '../ui/button.tsx'
import { HitList } from './hit-list.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search.module.css'

const LIMIT = 8

/** The search over any screen: type, move with the arrows, open with Enter, leave with Escape. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const index = useSearchIndex()
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [])

  function steer(event: KeyboardEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLInputElement)) return
    const first = dialog.current?.querySelector<HTMLElement>('[data-hit]')
    if (event.key === 'Enter') first?.click()
    else if (event.key === 'ArrowDown') first?.focus()
    else return
    event.preventDefault()
  }

  return (
    // A click on the backdrop is a click on the dialog itself.
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label="Search"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current?.close()
      }}
      onKeyDown={steer}
    >
      <div className={styles['top']}>
        <SearchBox query={query} onType={setQuery} />
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      {/* A hit on the page that is open changes no address: the dialog closes by itself. */}
      <div className={styles['results']} onClick={({ target }) => closeAtLink(target, dialog.current)}>
        {index.kind === 'ready' && <HitList index={index.value} query={query} limit={LIMIT} onSuggestion={setQuery} />}
        {index.kind === 'failed' && (
          <p>
            The notes could not be loaded. <Button onClick={index.retry}>Try again</Button>
          </p>
        )}
        {query.trim() !== '' && (
          <p className={styles['more']}>
            <Link to={`${PAGES.search}?q=${encodeURIComponent(query.trim())}`}>All hits for “{query.trim()}”</Link>
          </p>
        )}
      </div>
    </dialog>
  )
}

function closeAtLink(target: EventTarget, dialog: HTMLDialogElement | null): void {
  if (target instanceof Element && target.closest('a') !== null) dialog?.close()
}
