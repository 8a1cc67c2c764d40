import { useId, useRef, useState } from 'react'
import { useHref } from 'react-router'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { formLink } from '../../stores/quiz-link.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './result.module.css'

/** A link that asks anybody the same questions; it says nothing of the answers. */
export function ShareForm({ attempt }: { readonly attempt: FinishedAttempt }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<string | null>(null)
  const address = new URL(useHref(formLink(attempt)), document.baseURI).href

  function share() {
    setTold('')
    // Where the clipboard is not to be had, the link stands there to be copied by hand.
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('There is no clipboard'))
    void copied.then(
      () => setTold('Copied.'),
      () => {
        setTold('Copy it from here.')
        field.current?.select()
      },
    )
  }

  return (
    <>
      <Button onClick={share}>Share these questions</Button>
      {told !== null && (
        <div className={styles['share']}>
          <label htmlFor={id}>A link to the same questions, without your answers</label>
          <TextField id={id} ref={field} readOnly value={address} onFocus={({ target }) => target.select()} />
          <p role="status">{told}</p>
        </div>
      )}
    </>
  )
}
