import { useEffect } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './notice.module.css'
import type { Told } from './use-sitting.ts'

const SHOWN_FOR = 10_000

/** Tells something over the screen's head: it moves nothing and takes no focus, and goes away by itself. */
export function Notice({ told, onDismiss }: { readonly told: Told | null; readonly onDismiss: () => void }) {
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(onDismiss, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <div role="status" className={told === null ? styles['empty'] : styles['notice']}>
      {told !== null && (
        <>
          <p>{told.text}</p>
          <Button onClick={onDismiss}>Dismiss</Button>
        </>
      )}
    </div>
  )
}
