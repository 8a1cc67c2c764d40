import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './notice.module.css'
import type { Told } from './use-sitting.ts'

const SHOWN_FOR = 10_000

interface Props {
  readonly told: Told | null
  /** @param hadFocus Its button was in use; the focus would be lost with it. */
  readonly onDismiss: (hadFocus: boolean) => void
}

/** Tells something over the screen's head: it moves nothing and takes no focus, and goes away by itself. */
export function Notice({ told, onDismiss }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const dismiss = () => onDismiss(document.activeElement === button.current)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(dismiss, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <div role="status" className={told === null ? styles['empty'] : styles['notice']}>
      {told !== null && (
        <>
          <p>{told.text}</p>
          <Button ref={button} onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  )
}
