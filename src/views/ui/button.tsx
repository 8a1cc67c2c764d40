import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './button.module.css'

type Look = 'plain' | 'primary' | 'quiet'

const classOf = (look: Look): string =>
  look === 'plain' ? `${styles['button']}` : `${styles['button']} ${styles[look]}`

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly look?: Look
  readonly type?: 'button' | 'submit'
}

export function Button({ look = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classOf(look)} />
}

interface LinkProps extends Omit<ComponentProps<typeof Link>, 'className'> {
  readonly look?: Look
}

/** A link that is the next thing to do, and looks like it. */
export function ButtonLink({ look = 'plain', ...rest }: LinkProps) {
  return <Link {...rest} className={classOf(look)} />
}

export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>
}
