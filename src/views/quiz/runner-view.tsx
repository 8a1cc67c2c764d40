import { ChevronLeft, ChevronRight, Flag, LayoutGrid } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { isExpired } from '../../engines/exam/passing-time.ts'
import { gradeItem } from '../../engines/items/grade-item.ts'
import type { Chosen, HandInReason, RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { resultPage } from '../../model/page.ts'
import { handIn } from '../../stores/attempts.ts'
import { useServices } from '../../stores/services.ts'
import { useAttemptRun } from '../../stores/use-attempt-run.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { Button } from '../ui/button.tsx'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { Page } from '../ui/page.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { Waiting } from '../ui/waiting.tsx'
import { Explanation } from './explanation.tsx'
import { ItemForm, pressOption } from './item-form.tsx'
import { Navigator } from './navigator.tsx'
import styles from './runner.module.css'
import { TimeLeft } from './time-left.tsx'

/** An attempt under way; a finished one leads to its result. */
export function RunnerView() {
  const { attempt: name = '' } = useParams()
  const open = useAttempt(name)
  if (open.kind !== 'ready') return <Waiting title="Quiz" state={open} />
  if (open.value === null) return <NotFoundView what="attempt" />
  const { attempt, items } = open.value
  if (attempt.phase === 'finished') return <Navigate to={resultPage(attempt.id)} replace />
  return <Runner attempt={attempt} items={items} />
}

interface Props {
  readonly attempt: RunningAttempt
  readonly items: ReadonlyMap<ItemId, Item>
}

/** What is being typed, before the field is left. */
interface Draft {
  readonly item: ItemId
  readonly chosen: Chosen
}

function Runner({ attempt, items }: Props) {
  const { journal } = useServices()
  const { run } = useAttemptRun(attempt)
  const [isNavigating, setNavigating] = useState(false)
  const [draft, setDraft] = useState<Draft | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const { current, settings } = attempt
  const index = attempt.items.indexOf(current)
  const item = items.get(current)
  const isFlagged = attempt.flags.has(current)
  const outcome = attempt.checked.get(current)
  const chosen = attempt.answers.get(current)
  // What is typed is no answer yet, but can be checked.
  const given = outcome === undefined && draft?.item === current ? draft.chosen : chosen
  const isBlank = given === undefined || (item?.type === 'typed' && given.length === 0)

  // The time may have run out while nobody was here.
  useEffect(() => {
    if (isExpired(attempt, run.spent())) end('time')
  }, [attempt, items])

  function end(why: HandInReason) {
    handIn(attempt, items, why, journal, run.spent())
  }

  function visit(to: ItemId | undefined) {
    if (to !== undefined && to !== current) run.record({ kind: 'visited', item: to })
    setNavigating(false)
  }

  function answer(picked: Chosen) {
    run.record({ kind: 'answered', item: current, chosen: picked })
    setDraft(null)
  }

  function flag() {
    run.record({ kind: 'flagged', item: current, flagged: !isFlagged })
  }

  function check() {
    if (item === undefined || outcome !== undefined || given === undefined) return
    if (given !== chosen) answer(given)
    run.record({ kind: 'checked', outcome: gradeItem(item, given, attempt.confidences.get(current) ?? null) })
    // A field that is done gives the focus on: the keys that turn the pages work again.
    if (item.type === 'typed') foot.current?.querySelector<HTMLElement>('[data-check]')?.focus({ preventScroll: true })
  }

  const press = (place: number) => () => {
    if (form.current !== null) pressOption(form.current, place)
  }
  useKeys({
    ...Object.fromEntries([...'abcdef'].filter((key) => key !== 'f').map((key, place) => [key, press(place)])),
    ...Object.fromEntries([...'123456'].map((key, place) => [key, press(place)])),
    f: flag,
    n: () => setNavigating(true),
    ArrowRight: () => visit(attempt.items[index + 1]),
    ArrowLeft: () => visit(attempt.items[index - 1]),
  })

  return (
    <Page title={settings.mode === 'exam' ? 'Exam' : 'Quiz'} width="narrow" isCompact>
      <div className={styles['bar']}>
        <span>
          Item {index + 1} of {attempt.items.length} ·{' '}
          <span data-testid="answered-total" data-count={attempt.answers.size}>
            {attempt.answers.size} answered
          </span>
        </span>
        <TimeLeft attempt={attempt} run={run} onEnd={() => end('time')} />
        <Button aria-pressed={isFlagged} onClick={flag} aria-keyshortcuts="f">
          <Flag size={18} aria-hidden />
          <span className={styles['label']}>{isFlagged ? 'Flagged' : 'Flag'}</span>
        </Button>
      </div>
      <div ref={form} className={styles['item']} data-testid="item" data-index={index + 1} data-item={current}>
        {item === undefined ? (
          <p>The notes this question was made from have changed. It is not counted.</p>
        ) : (
          <ItemForm
            key={current}
            item={item}
            seed={settings.seed}
            chosen={chosen}
            isLocked={outcome !== undefined}
            onAnswer={answer}
            onDraft={(typed) => setDraft({ item: current, chosen: typed })}
            onCheck={check}
          />
        )}
        {item !== undefined && outcome !== undefined && (
          <div className={styles['explained']} role="status">
            <Explanation item={item} chosen={chosen ?? []} seed={settings.seed} isCorrect={outcome.correct} />
          </div>
        )}
      </div>
      <div ref={foot} className={styles['foot']}>
        <Button onClick={() => visit(attempt.items[index - 1])} disabled={index === 0}>
          <ChevronLeft size={18} aria-hidden />
          <span className={styles['label']}>Previous</span>
        </Button>
        <Button onClick={() => setNavigating(true)} aria-keyshortcuts="n">
          <LayoutGrid size={18} aria-hidden />
          <span className={styles['label']}>Navigator</span>
        </Button>
        {settings.feedback === 'at-once' ? (
          // Checked, it does nothing any more, but keeps the focus that it has.
          <Button data-check="" onClick={check} disabled={isBlank} aria-disabled={outcome !== undefined}>
            {outcome === undefined ? 'Check' : 'Checked'}
          </Button>
        ) : (
          <span />
        )}
        {index < attempt.items.length - 1 ? (
          <Button look="primary" onClick={() => visit(attempt.items[index + 1])}>
            Next
            <ChevronRight size={18} aria-hidden />
          </Button>
        ) : (
          <Button look="primary" onClick={() => setNavigating(true)}>
            Hand in …
          </Button>
        )}
      </div>
      {isNavigating && (
        <Navigator
          attempt={attempt}
          onVisit={visit}
          onClose={() => setNavigating(false)}
          onHandIn={() => end('learner')}
        />
      )}
    </Page>
  )
}
