import type { ComponentProps } from 'react'
import styles from './text-field.module.css'

/** The most that an answer may hold: more than any name, less than would fill the storage. */
const LONGEST = 200

/** A field for a name that is to be known: nothing corrects, completes or capitalises what is typed. */
export function TextField(props: Omit<ComponentProps<'input'>, 'className' | 'type'>) {
  return (
    <input
      maxLength={LONGEST}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="done"
      {...props}
      type="text"
      className={styles['field']}
    />
  )
}
