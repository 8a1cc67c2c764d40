import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, () => void>>

/**
 * Listens for single keys (named as in KeyboardEvent.key, letters in lower case; `Shift+b` where Shift makes it another
 * key, without which it makes none). Keys with Ctrl, Alt or Meta, and
 * those typed into a field, are left alone; so are Space and Enter on a control, which they press.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof Element && target.closest('dialog')) return
      if (target instanceof Element && ownsKey(target, event.key)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const act = (event.shiftKey ? latest.current[`Shift+${key}`] : undefined) ?? latest.current[key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function ownsKey(target: Element, key: string): boolean {
  if (target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')) {
    return key === ' ' || key.startsWith('Arrow')
  }
  // In an empty field there is nothing to move along.
  if (target instanceof HTMLInputElement && target.type === 'text' && target.value === '' && key.startsWith('Arrow')) {
    return false
  }
  if (target.matches('input, textarea, select, [contenteditable]')) return true
  return (key === ' ' || key === 'Enter') && target.matches('button, a, summary')
}
