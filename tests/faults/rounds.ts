import process from 'node:process'

/** How often each fault is tried. Six times in `npm test`; `npm run test:faults` tries fifty times. */
export const ROUNDS = Number(process.env['RETAIN_FAULT_ROUNDS'] ?? 6)

/** The figures of a test, for whoever reads its output. */
export function tell(text: string): void {
  process.stdout.write(`\n  ${text}\n`)
}
