import { useEffect } from 'react'
import type { ReactNode } from 'react'
import styles from './page.module.css'

interface Props {
  readonly title: string
  readonly lead?: ReactNode
  readonly width?: 'wide' | 'narrow'
  readonly children: ReactNode
}

/** A screen: its one main heading, which is the document's title too. */
export function Page({ title, lead, width = 'wide', children }: Props) {
  useTitle(title)
  return (
    <div className={width === 'narrow' ? `${styles['page']} ${styles['narrow']}` : styles['page']}>
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title}</h1>
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
