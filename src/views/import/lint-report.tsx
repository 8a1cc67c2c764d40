import type { Diagnostic, Severity } from '../../model/diagnostic.ts'
import { Panel } from '../ui/panel.tsx'
import styles from './import.module.css'

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['explanation', 'explanations'],
}
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const SHOWN = 200

/** All that the compiler has to say about the notes: what, where, and what to do. */
export function LintReport({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  return (
    <Panel aria-labelledby="report">
      <h2 id="report">Remarks</h2>
      {diagnostics.length === 0 && <p>None: every block gives something to learn.</p>}
      {SEVERITIES.map((severity) => {
        const remarks = diagnostics.filter((diagnostic) => diagnostic.severity === severity)
        if (remarks.length === 0) return null
        const [one, many] = NAMES[severity]
        return (
          <details key={severity} open={severity === 'error'}>
            <summary className={styles['severity']}>
              {remarks.length} {remarks.length === 1 ? one : many}
            </summary>
            <ul className={styles['remarks']}>
              {remarks.slice(0, SHOWN).map((remark, index) => (
                <li key={index}>
                  <p>{remark.message}</p>
                  <p className={styles['cue']}>
                    {remark.hint} <code>{`${remark.file}:${remark.line}:${remark.column} ${remark.rule}`}</code>
                  </p>
                </li>
              ))}
              {remarks.length > SHOWN && <li>And {remarks.length - SHOWN} more.</li>}
            </ul>
          </details>
        )
      })}
    </Panel>
  )
}
