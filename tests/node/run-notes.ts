import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { notesCommand } from '../../src/node/notes-command.ts'

/** Notes of all kinds of facts. */
export const GOOD = `# Security

A paragraph to read.

## Services

<!-- objective: 5.1.3 -->

| Service | Finds | Cost |
|---|---|---|
| Macie | Sensitive data | high |
| Inspector | Weaknesses | low |
| GuardDuty | Threats | middling |
| Config | Drift | small |

## Steps

The order of a review:

1. Draft
2. Check
3. Approve

> **Exam tip — Data:** Sensitive data means **Macie**.

What finds sensitive data?

- [ ] Inspector
- [x] Macie
`

/** Notes with errors and a warning. */
export const BAD = `# Security

| A | B |
|---|
| one |

Text[^none]

- <video>x</video>

More[^known]

[^known]: Words.
`

/** Runs the command as the launcher does and keeps what it prints. */
export function run(...argv: readonly string[]) {
  return runOn(Readable.from([]), ...argv)
}

/** Runs the command on what comes in. */
export async function runOn(input: Readable, ...argv: readonly string[]) {
  const printed = { out: '', err: '' }
  const keep = (name: 'out' | 'err') => (chunk: string | Uint8Array, done?: unknown) => {
    printed[name] += String(chunk)
    if (typeof done === 'function') done()
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'))
  const code = await notesCommand(argv, input)
  vi.restoreAllMocks()
  return { code, ...printed }
}
