import type { ComponentProps, ReactNode } from 'react'
import styles from './choice.module.css'

/** Choices that belong together, under their name. */
export function ChoiceGroup({
  name,
  children,
  hint,
}: {
  readonly name: string
  readonly children: ReactNode
  readonly hint?: string
}) {
  return (
    <fieldset className={styles['group']}>
      <legend>{name}</legend>
      <div className={styles['choices']}>{children}</div>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
    </fieldset>
  )
}

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'className' | 'type'> {
  readonly type: 'radio' | 'checkbox'
}

/** A native radio or checkbox that can be hit with a thumb. */
export function Choice({ children, ...input }: ChoiceProps) {
  return (
    <label className={styles['choice']}>
      <input {...input} />
      {children}
    </label>
  )
}
