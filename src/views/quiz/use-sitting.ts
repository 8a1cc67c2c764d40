import { useEffect, useRef, useState } from 'react'
import { gradeItem } from '../../engines/items/grade-item.ts'
import type { Chosen, Confidence, HandInReason, Outcome, RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item, Option } from '../../model/item.ts'
import type { AttemptRun, AttemptStep } from '../../stores/attempt-run.ts'
import { handIn } from '../../stores/attempts.ts'
import { useServices } from '../../stores/services.ts'
import { useAttemptRun } from '../../stores/use-attempt-run.ts'
import { isAnswer } from './item-states.ts'
import { usePassing } from './use-passing.ts'

/** What is being typed, before the field is left. */
interface Draft {
  readonly item: ItemId
  readonly chosen: Chosen
}

/** Something to tell on the screen. Each is an object of its own, so that the same words can be told again. */
export interface Told {
  readonly text: string
}

/** An attempt on this page: how it stands, and what can be done in it. */
export interface Sitting {
  readonly attempt: RunningAttempt
  readonly run: AttemptRun
  readonly isHeld: boolean | null
  readonly takeOver: () => void
  readonly item: Item | undefined
  /** From 0. */
  readonly index: number
  readonly outcome: Outcome | undefined
  readonly chosen: Chosen | undefined
  /** There is nothing that could be checked. */
  readonly isBlank: boolean
  /** Spoken only. */
  readonly said: string
  readonly told: Told | null
  readonly tell: (text: string | null) => void
  readonly visit: (to: ItemId | undefined) => void
  readonly answer: (chosen: Chosen) => void
  readonly draft: (chosen: Chosen) => void
  readonly strike: (option: Option) => void
  readonly rate: (confidence: Confidence) => void
  readonly flag: () => void
  readonly check: () => void
  readonly pause: () => void
  readonly resume: () => void
  readonly end: (why: HandInReason) => void
}

/** @param kept The attempt as the journal tells it. */
export function useSitting(kept: RunningAttempt, items: ReadonlyMap<ItemId, Item>): Sitting {
  const { journal } = useServices()
  const place = useAttemptRun(kept)
  const { run, isHeld } = place
  const record = useRecord(run, isHeld)
  const [drafted, setDraft] = useState<Draft | null>(null)
  const [said, say] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const tell = (text: string | null) => setTold(text === null ? null : { text })
  const end = (why: HandInReason) => handIn(kept, items, why, journal, run.spent())
  const attempt = usePassing(kept, place, () => end('time'))
  const { current } = attempt
  const item = items.get(current)
  const outcome = attempt.checked.get(current)
  const chosen = attempt.answers.get(current)
  const struck = attempt.struck.get(current)
  // What is typed is no answer yet, but can be checked.
  const given = outcome === undefined && drafted?.item === current ? drafted.chosen : chosen

  useEffect(() => {
    if (current === kept.current) return
    record({ kind: 'visited', item: current })
    tell(`The time for item ${kept.items.indexOf(kept.current) + 1} is up.`)
  }, [current, kept.current, isHeld])

  function answer(picked: Chosen) {
    for (const id of picked) {
      const option = item?.options.find((each) => each.id === id && struck?.has(each.id))
      if (option !== undefined) record({ kind: 'struck', item: current, option: option.id, struck: false })
    }
    record({ kind: 'answered', item: current, chosen: picked })
    setDraft(null)
  }

  return {
    ...place,
    attempt,
    item,
    index: attempt.items.indexOf(current),
    outcome,
    chosen,
    isBlank: !isAnswer(given),
    said,
    told,
    tell,
    end,
    answer,
    draft: (typed) => setDraft({ item: current, chosen: typed }),
    visit(to) {
      if (to === undefined || to === current) return
      record({ kind: 'visited', item: to })
      say(`Now at item ${attempt.items.indexOf(to) + 1}.`)
    },
    strike({ id, text }) {
      const isStruck = struck?.has(id) !== true
      // An option that is ruled out is no answer.
      if (isStruck && chosen?.includes(id)) answer(chosen.filter((other) => other !== id))
      record({ kind: 'struck', item: current, option: id, struck: isStruck })
      say(isStruck ? `Ruled out: ${text}` : `No longer ruled out: ${text}`)
    },
    rate(confidence) {
      if (item === undefined || outcome !== undefined) return
      const before = attempt.confidences.get(current)
      record({ kind: 'rated', item: current, confidence: before === confidence ? null : confidence })
      say(before === confidence ? 'Not said how sure.' : `${confidence}.`)
    },
    flag() {
      const isFlagged = attempt.flags.has(current)
      record({ kind: 'flagged', item: current, flagged: !isFlagged })
      say(isFlagged ? 'Not flagged any more.' : 'Flagged for review.')
    },
    check() {
      if (item === undefined || outcome !== undefined || given === undefined || !isAnswer(given)) return
      if (given !== chosen) answer(given)
      record({ kind: 'checked', outcome: gradeItem(item, given, attempt.confidences.get(current) ?? null) })
    },
    pause: () => record({ kind: 'paused' }),
    resume: () => record({ kind: 'resumed' }),
  }
}

/**
 * Records what is done, while this page works on the attempt. What is done before that is known, in its first moments,
 * is recorded then.
 */
function useRecord(run: AttemptRun, isHeld: boolean | null): (step: AttemptStep) => void {
  const early = useRef<readonly AttemptStep[]>([])
  useEffect(() => {
    if (isHeld === null) return
    const steps = early.current
    early.current = []
    if (isHeld) for (const step of steps) run.record(step)
  }, [run, isHeld])
  return (step) => {
    if (isHeld === true) run.record(step)
    else if (isHeld === null) early.current = [...early.current, step]
  }
}
