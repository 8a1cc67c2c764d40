import type { Item } from '../../model/item.ts'
import styles from './exhibit.module.css'

/** The code or diagram that a question is about; nothing for most. It can be scrolled by keyboard. */
export function Exhibit({ of: { exhibit } }: { readonly of: Item }) {
  if (exhibit === undefined) return null
  return (
    <pre className={styles['exhibit']} tabIndex={0} role="region" aria-label="What the question is about">
      <code>{exhibit}</code>
    </pre>
  )
}
