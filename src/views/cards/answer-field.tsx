import { useEffect, useId, useRef } from 'react'
import { TextField } from '../ui/text-field.tsx'
import styles from './cards.module.css'

interface Props {
  readonly text: string
  readonly onType: (text: string) => void
  readonly onEnter: () => void
}

/** A field for the answer of a card, for who wants to type it. It has the focus at once. */
export function AnswerField({ text, onType, onEnter }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
  }, [])
  return (
    <form
      className={styles['typing']}
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        Your answer
      </label>
      <TextField id={id} ref={field} value={text} onChange={({ target }) => onType(target.value)} />
    </form>
  )
}
