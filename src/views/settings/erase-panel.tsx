import { useState } from 'react'
import type { Upkeep } from '../../stores/upkeep.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useFocusAt } from '../ui/use-focus-at.ts'

/** The one thing that cannot be undone, so it takes two steps. */
export function ErasePanel({ upkeep }: { readonly upkeep: Upkeep }) {
  const [isAsked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const place = useFocusAt(String(isAsked))
  async function erase() {
    try {
      await upkeep.erase()
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Panel aria-labelledby="erase">
      <h2 id="erase">Erase everything</h2>
      <p>
        All answers, quizzes, settings, copies and notes of your own, in this browser and all its tabs. It cannot be
        undone: download a backup first if you may want them again.
      </p>
      <div ref={place} tabIndex={-1}>
        <ButtonRow>
          {isAsked ? (
            <>
              <Button look="primary" onClick={() => void erase()}>
                Erase it all now
              </Button>
              <Button onClick={() => setAsked(false)}>Keep it</Button>
            </>
          ) : (
            <Button onClick={() => setAsked(true)}>Erase everything…</Button>
          )}
        </ButtonRow>
      </div>
      {trouble !== null && (
        <p role="alert">Not all of it could be erased: {trouble} Clear this site’s data in the browser’s settings.</p>
      )}
    </Panel>
  )
}
