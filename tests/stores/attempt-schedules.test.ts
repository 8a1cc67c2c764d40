import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitOf } from '../../src/model/attempt.ts'
import type { Attempt, Outcome } from '../../src/model/attempt.ts'
import type { ItemId, OptionId } from '../../src/model/ids.ts'
import { item } from '../engines/exam/exam-items.ts'
import { AttemptDevice, fail } from './attempt-device.ts'
import type { AttemptTab } from './attempt-device.ts'

const RUNS = Number(process.env['RETAIN_SCHEDULES'] ?? 500)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TOLERANCE = 50
const ITEMS = [1, 2, 3].map((number) => item(`i${number}`, [`f${number}`]))
const OPTIONS = ITEMS[0]?.options.map(({ id }) => id) ?? []

const place = fc.nat(ITEMS.length - 1)
const option = fc.constantFrom(...OPTIONS)
const short = fc.integer({ min: 1, max: 3 * MINUTE })
const long = fc.oneof(short, fc.integer({ min: 1, max: 40 * MINUTE }))
const set = fc.constantFrom(-2 * HOUR, 2 * HOUR, -40_000, 40_000)
const kind = <const Kind extends string>(name: Kind) => ({ kind: fc.constant(name) })

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...kind('answer'), place, option }) },
  { weight: 1, arbitrary: fc.record({ ...kind('flag'), place, isOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...kind('strike'), place, option, isOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...kind('visit'), place }) },
  { weight: 3, arbitrary: fc.record({ ...kind('wait'), ms: long }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...kind('hide'), ms: fc.integer({ min: 2_000, max: 20 * MINUTE }), isAsleep: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ ...kind('set'), by: set }) },
  { weight: 2, arbitrary: fc.record({ ...kind('reload'), ms: short, setBy: fc.option(set, { freq: 4 }) }) },
  { weight: 1, arbitrary: fc.record(kind('open')) },
  { weight: 2, arbitrary: fc.record({ ...kind('take-over') }) },
  { weight: 1, arbitrary: fc.record(kind('close')) },
  { weight: 1, arbitrary: fc.record({ ...kind('pause') }) },
  { weight: 1, arbitrary: fc.record({ ...kind('resume') }) },
  { weight: 1, arbitrary: fc.record({ ...kind('overdue'), onOther: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...kind('hand-in'), times: fc.constantFrom('once', 'twice', 'in both tabs') }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const schedules = fc.record({
  settings: fc.constantFrom(
    { mode: 'exam' as const, minutes: 30, seed: 1 },
    { mode: 'practice' as const, minutes: 30, seed: 1 },
    { mode: 'practice' as const, minutes: null, seed: 1 },
  ),
  names: fc.array(fc.constantFrom('m', 'd', 'x', 'q'), { minLength: 1, maxLength: 5 }),
  steps: fc.array(fc.record({ step, isPaintFirst: fc.boolean() }), { maxLength: 25, size: 'max' }),
})

/** What is known of an attempt from outside: what was given, and how much time truly passed. */
class Expected {
  readonly answers = new Map<ItemId, OptionId>()
  readonly flags = new Set<ItemId>()
  spent = 0
  isPaused = false
  /** What the journal told last: it never falls. */
  private told = 0
  private result: { readonly outcomes: readonly Outcome[]; readonly answers: unknown } | null = null

  /** The end is the same whoever looks, and whatever comes after. */
  sees(attempt: Attempt): void {
    expect(Object.fromEntries(attempt.answers)).toEqual(
      Object.fromEntries([...this.answers].map(([id, chosen]) => [id, [chosen]])),
    )
    expect(new Set(attempt.flags)).toEqual(this.flags)
    expect(attempt.spent).toBeGreaterThanOrEqual(this.told)
    this.told = attempt.spent
    if (attempt.phase === 'running') expect(this.result).toBeNull()
    else {
      this.result ??= { outcomes: attempt.outcomes, answers: attempt.answers }
      expect(attempt.outcomes).toEqual(this.result.outcomes)
    }
  }
}

test(`in ${RUNS} schedules no answer is lost, no time is won, and there is one result`, async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async ({ settings, names, steps }) => {
      const device = new AttemptDevice(settings, ITEMS, names)
      const expected = new Expected()
      const limit = limitOf(device.tabs[0]?.attempt().settings ?? fail('no tab'), ITEMS.length)
      for (const { step, isPaintFirst } of steps) {
        await take(step, device, expected, isPaintFirst)
        device.tell()
        for (const tab of device.tabs) expected.sees(tab.attempt())
        inTime(device, expected, limit)
      }
      const again = device.open()
      expected.sees(again.attempt())
      const ends = again.journal
        .getState()
        .events()
        .filter(({ kind }) => kind === 'handed-in')
      expect(again.attempt().phase === 'finished').toBe(ends.length > 0)
    }),
    { numRuns: RUNS },
  )
})

/** The page that works on it, and the journal, tell the time that passed. */
function inTime(device: AttemptDevice, expected: Expected, limit: number | null): void {
  const [holder] = device.tabs
  const attempt = holder?.attempt()
  if (holder === undefined || attempt?.phase !== 'running' || limit === null) return
  expect(Math.abs(holder.spent() - expected.spent)).toBeLessThanOrEqual(TOLERANCE)
  expect(attempt.spent).toBeLessThanOrEqual(holder.spent())
  expect(holder.spent()).toBeLessThan(limit + TOLERANCE)
}

async function take(step: Step, device: AttemptDevice, expected: Expected, isPaintFirst: boolean): Promise<void> {
  const [holder = fail('no tab'), other] = device.tabs
  const isRunning = (): boolean => isRunningIn(holder)
  const pass = (ms: number): void => {
    if (!expected.isPaused) expected.spent += ms
  }
  switch (step.kind) {
    case 'answer': {
      const { id } = itemAt(step.place)
      if (isRunning()) expected.answers.set(id, step.option)
      return holder.record({ kind: 'answered', item: id, chosen: [step.option] })
    }
    case 'flag': {
      const { id } = itemAt(step.place)
      if (isRunning() && step.isOn) expected.flags.add(id)
      else if (isRunning()) expected.flags.delete(id)
      return holder.record({ kind: 'flagged', item: id, flagged: step.isOn })
    }
    case 'strike':
      return holder.record({ kind: 'struck', item: itemAt(step.place).id, option: step.option, struck: step.isOn })
    case 'visit':
      return holder.record({ kind: 'visited', item: itemAt(step.place).id })
    case 'wait':
      device.passed += step.ms
      pass(step.ms)
      return device.tick(isPaintFirst)
    case 'hide':
      pass(step.ms)
      return device.hide(step.ms, step.isAsleep, isPaintFirst)
    case 'set':
      device.setBy += step.by
      return device.tick(isPaintFirst)
    case 'reload': {
      device.tabs.length = 0
      device.passed += step.ms
      device.setBy += step.setBy ?? 0
      pass(step.ms)
      const opened = device.open()
      // Nobody can tell how long a page was closed when its clock was set meanwhile.
      if (step.setBy !== null && isRunningIn(opened)) expected.spent = atLeast(opened)
      return device.tick(isPaintFirst)
    }
    case 'open':
      if (other === undefined) device.open().spent()
      return
    case 'take-over':
    case 'close':
      if (other === undefined) return
      device.passed += 1
      pass(1)
      device.close(holder)
      if (step.kind === 'take-over') device.tabs.push(holder)
      return device.tick(isPaintFirst)
    case 'pause':
      if (isRunning() && holder.attempt().settings.mode === 'practice') expected.isPaused = true
      return holder.record({ kind: 'paused' })
    case 'resume':
      expected.isPaused = false
      return holder.record({ kind: 'resumed' })
    case 'overdue':
      return (step.onOther ? (other ?? holder) : holder).handInOverdue()
    case 'hand-in':
      holder.handIn('learner')
      if (step.times === 'twice') holder.handIn('learner')
      if (step.times === 'in both tabs') other?.handIn('learner')
      return
  }
}

/** No less than what was written down. */
function atLeast(tab: AttemptTab): number {
  expect(tab.spent()).toBeGreaterThanOrEqual(tab.attempt().spent)
  return tab.spent()
}

const isRunningIn = (tab: AttemptTab): boolean => tab.attempt().phase === 'running'
const itemAt = (place: number) => ITEMS[place] ?? fail('no item')
