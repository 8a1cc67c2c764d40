import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './covers.module.css'

/** Stands in place of the item while the time stands still. */
export function Paused({ isLocked, onGoOn }: { readonly isLocked: boolean; readonly onGoOn: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles['paused']}>
      <p id="paused">Paused. The time stands still.</p>
      <Button
        ref={button}
        look="primary"
        onClick={onGoOn}
        disabled={isLocked}
        aria-describedby="paused"
        aria-keyshortcuts="p"
      >
        Go on
      </Button>
    </div>
  )
}

interface LookingOnProps {
  /** The attempt was taken from this page: what had the focus can have it no longer. */
  readonly wasHeld: RefObject<boolean>
  readonly onTakeOver: () => void
}

/** Another page works on the attempt. */
export function LookingOn({ wasHeld, onTakeOver }: LookingOnProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasHeld.current) button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles['looking']}>
      <p id="looking-on" role="status">
        This attempt is open in another tab. Here you look on.
      </p>
      <Button ref={button} aria-describedby="looking-on" onClick={onTakeOver}>
        Take over here
      </Button>
    </div>
  )
}
