import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Where the focus goes at each new step: the button that led to it is gone, and the focus would go with it.
 *
 * @param step When the part is first shown, the focus stays where it is.
 */
export function useFocusAt(step: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) place.current?.focus()
    before.current = step
  }, [step])
  return place
}
