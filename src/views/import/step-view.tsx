import type { RefusedFile } from '../../model/imported-course.ts'
import { unreachable } from '../../model/unreachable.ts'
import type { ImportStep } from '../../stores/import-store.ts'
import { useImports } from '../../stores/services.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import.module.css'

type Step = Exclude<ImportStep, { kind: 'draft' }>

/** What the import is doing, or why it could not go on. */
export function ImportStepView({ step }: { readonly step: Step }) {
  const cancel = useImports((state) => state.cancel)
  switch (step.kind) {
    case 'idle':
      return null
    case 'compiling':
      return (
        <Panel aria-label="Reading the notes">
          <label className={styles['progress']}>
            Reading the notes: {step.done} of {step.total}
            <progress max={step.total} value={step.done} />
          </label>
          <Button onClick={cancel}>Cancel</Button>
        </Panel>
      )
    case 'refused':
      return (
        <Panel role="alert" aria-label="Nothing was read">
          <p>None of these could be read. Nothing was changed.</p>
          <RefusedFiles refused={step.refused} />
        </Panel>
      )
    case 'broken':
      return (
        <Panel role="alert" aria-label="The notes could not be read">
          <p>
            The notes could not be read: {step.message}. This is a defect of the app; nothing was changed, and your
            files are as they were.
          </p>
        </Panel>
      )
    default:
      return unreachable(step)
  }
}

const SHOWN = 8

export function RefusedFiles({ refused }: { readonly refused: readonly RefusedFile[] }) {
  if (refused.length === 0) return null
  return (
    <ul className={styles['refused']}>
      {refused.slice(0, SHOWN).map(({ path, why }) => (
        <li key={path}>
          <strong>{path}</strong>: {why}
        </li>
      ))}
      {refused.length > SHOWN && <li>And {refused.length - SHOWN} more.</li>}
    </ul>
  )
}
