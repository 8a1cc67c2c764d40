import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { ReactNode } from 'react'
import styles from './page.module.css'

interface Props {
  readonly title: string
  readonly lead?: ReactNode
  readonly width?: 'wide' | 'narrow'
  /** Leaves a small screen to the content: the heading is only spoken, and the shell's tabs step aside. */
  readonly isCompact?: boolean
  /** Takes the height of the window at least, as far as that is no desert; what is below the heading fills it. */
  readonly isTall?: boolean
  readonly children: ReactNode
}

/** A screen: its one main heading, which is the document's title too. */
export function Page({ title, lead, width = 'wide', isCompact = false, isTall = false, children }: Props) {
  useTitle(title)
  const heading = useArrival()
  return (
    <div
      className={width === 'narrow' ? `${styles['page']} ${styles['narrow']}` : styles['page']}
      {...(isCompact && { 'data-compact': '' })}
      {...(isTall && { 'data-tall': '' })}
    >
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
      </header>
      {children}
    </div>
  )
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Retain`
  }, [title])
}

let isFirstPage = true

/**
 * Tells assistive technology that a new screen has come: its heading takes the focus, unless something on the screen
 * has it already. On the first screen of a visit the browser has announced the page itself.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const isElsewhere = document.activeElement?.closest('main, dialog') ?? null
    if (!isFirstPage && isElsewhere === null) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return heading
}
