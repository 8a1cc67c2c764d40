import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Opens whatever can be opened within a part of the page while it is printed: paper cannot be pressed. */
export function useOpenInPrint(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = []
    function open() {
      opened = [...(part.current?.querySelectorAll('details') ?? [])].filter((details) => !details.open)
      for (const details of opened) details.open = true
    }
    function close() {
      for (const details of opened) details.open = false
      opened = []
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [part])
}
