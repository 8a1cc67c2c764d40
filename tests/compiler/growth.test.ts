import { Session } from 'node:inspector/promises'
import { expect, test } from 'vitest'
import { PATHOLOGICAL } from '../../src/node/bench/pathological.ts'
import { compiled } from './compiled.ts'

// Alone in its file: the engine counts well only what it has not run before.

const MANY = 2000
/** Steps for twice as many, over steps for as many: 2 where each costs the same, 4 where each costs as much as all. */
const MOST_GROWTH = 2.5

test('twice as many of any hard text take about twice as many steps', { timeout: 180_000 }, async () => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const growths: string[] = []
  for (const { name, make } of PATHOLOGICAL) {
    const [half, whole] = [await stepsFor(session, make(MANY / 2)), await stepsFor(session, make(MANY))]
    expect(half, name).toBeGreaterThan(0)
    if (whole > half * MOST_GROWTH) growths.push(`${name}: ${(whole / half).toFixed(2)}`)
  }
  session.disconnect()
  expect(growths).toEqual([])
})

/** How often the pieces of our code and of the Markdown parser run to read a text. The engine counts; no clock does. */
async function stepsFor(session: Session, text: string): Promise<number> {
  // What was counted before is given back, and counting begins anew.
  await session.post('Profiler.takePreciseCoverage')
  compiled(text)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let steps = 0
  for (const { url, functions } of result) {
    if (!/\/src\/(?:compiler|model)\/|\/markdown-it/.test(url)) continue
    for (const { ranges } of functions) for (const { count } of ranges) steps += count
  }
  return steps
}
