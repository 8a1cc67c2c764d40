import { useEffect, useRef } from 'react'
import styles from './search.module.css'

interface Props {
  readonly query: string
  readonly onType: (query: string) => void
}

/** Where the query is typed. It takes the focus when it appears. */
export function SearchBox({ query, onType }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  return (
    <input
      ref={input}
      className={styles['box']}
      type="search"
      name="q"
      value={query}
      onChange={({ target }) => onType(target.value)}
      placeholder="Term, service, scenario …"
      aria-label="Search the notes"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="search"
    />
  )
}
