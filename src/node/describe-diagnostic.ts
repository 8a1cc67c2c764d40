import type { Diagnostic } from '../model/diagnostic.ts'

/** One remark as an author reads it: place, rule, what happened, what to do. */
export function describe({ file, line, column, severity, rule, message, hint }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${rule}: ${message} ${hint}`
}

/** All errors at once: an author should not have to fix them one build at a time. */
export function describeErrors(diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const count = errors.length === 1 ? 'One error' : `${errors.length} errors`
  return `${count} in the notes:\n${errors.map(describe).join('\n')}`
}
