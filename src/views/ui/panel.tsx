import type { ComponentProps } from 'react'
import styles from './panel.module.css'

/** A raised surface: one matter, with what can be done about it. */
export function Panel(props: Omit<ComponentProps<'section'>, 'className'>) {
  return <section {...props} className={styles['panel']} />
}
