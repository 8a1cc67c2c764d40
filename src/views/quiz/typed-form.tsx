import { useEffect, useId, useRef, useState } from 'react'
import type { Chosen } from '../../model/attempt.ts'
import { typedText } from '../../model/ids.ts'
import type { TypedItem } from '../../model/item.ts'
import { TextField } from '../ui/text-field.tsx'
import styles from './item.module.css'

interface Props {
  readonly item: TypedItem
  readonly chosen: Chosen | undefined
  readonly isLocked: boolean
  readonly onAnswer: (chosen: Chosen) => void
  readonly onDraft: (chosen: Chosen) => void
  readonly onCheck: () => void
}

/**
 * A name to type. It has the focus at once, so that no letter of it is taken for a shortcut. What was typed is the answer
 * when the field or the page is left; Enter checks it.
 */
export function TypedForm({ item, chosen, isLocked, onAnswer, onDraft, onCheck }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string>(chosen?.[0] ?? '')
  const kept = useRef(text)
  const latest = useRef(text)
  useEffect(() => {
    if (chosen === undefined) field.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  })

  function type(typed: string) {
    latest.current = typed
    setText(typed)
    onDraft(chosenFor(typed))
  }

  function keep() {
    if (latest.current === kept.current) return
    kept.current = latest.current
    onAnswer(chosenFor(latest.current))
  }

  function check() {
    if (isLocked || latest.current.trim() === '') return
    kept.current = latest.current
    onCheck()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <label htmlFor={id} className={styles['stem']}>
        {item.stem}
      </label>
      <TextField
        id={id}
        ref={field}
        value={text}
        readOnly={isLocked}
        {...(!isLocked && { 'aria-describedby': `${id}-hint` })}
        onBlur={keep}
        onChange={({ target }) => type(target.value)}
      />
      {!isLocked && (
        <p id={`${id}-hint`} className={styles['hint']}>
          Type the name; small slips of spelling are forgiven. Enter checks it.
        </p>
      )}
    </form>
  )
}

/** Blanks alone are no answer. */
function chosenFor(text: string): Chosen {
  return text.trim() === '' ? [] : [typedText(text.trim())]
}
