import { useEffect, useRef, useState } from 'react'
import { Navigate, useParams } from 'react-router'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { resultPage } from '../../model/page.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { Page } from '../ui/page.tsx'
import { useFocusAt } from '../ui/use-focus-at.ts'
import { useKeys } from '../ui/use-keys.ts'
import { Waiting } from '../ui/waiting.tsx'
import { pressOption, pressStrike } from './choices.tsx'
import { LookingOn, Paused } from './covers.tsx'
import { ItemInFront } from './item-in-front.tsx'
import { Navigator } from './navigator.tsx'
import { Notice } from './notice.tsx'
import { Review } from './review.tsx'
import { RunnerBar } from './runner-bar.tsx'
import { ReviewFoot, RunnerFoot } from './runner-foot.tsx'
import styles from './runner.module.css'
import { useSitting } from './use-sitting.ts'

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

/** What is open beside the item, or instead of it. */
type Aside = 'none' | 'navigator' | 'review'

function Runner({ attempt: kept, items }: Props) {
  const sitting = useSitting(kept, items)
  const { attempt, index, isHeld, visit } = sitting
  const [aside, setAside] = useState<Aside>('none')
  const [isClockHidden, setClockHidden] = useState(false)
  const foot = useRef<HTMLDivElement>(null)
  const wasHeld = useRef(false)
  const lookedOn = useRef(false)
  const isReviewing = aside === 'review' && !attempt.isPaused
  const isNavigating = aside === 'navigator' && !attempt.isPaused
  // Where the focus goes when what stood in its place, and had it, is gone.
  const form = useFocusAt(attempt.isPaused ? 'paused' : isReviewing ? 'review' : 'item')

  useEffect(() => {
    // The button to take over is gone, and the focus with it.
    if (isHeld === true && lookedOn.current && document.activeElement === document.body) form.current?.focus()
    lookedOn.current = isHeld === false
    if (isHeld === true) wasHeld.current = true
    // What is open belongs to who works on the attempt.
    if (isHeld === false) setAside('none')
  }, [isHeld])

  // An item begins at its stem, however far the one before was scrolled.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [attempt.current])

  function go(to: ItemId | undefined) {
    visit(to)
    setAside('none')
  }

  function check() {
    sitting.check()
    // A field that is done gives the focus on: the keys that turn the pages work again.
    if (sitting.item?.type === 'typed') {
      foot.current?.querySelector<HTMLElement>('[data-check]')?.focus({ preventScroll: true })
    }
  }

  const ofItem = (press: (form: HTMLElement, place: number) => void, place: number) => () => {
    if (form.current !== null) press(form.current, place)
  }
  const hideClock = () => setClockHidden((before) => !before)
  const notice = (
    <Notice
      told={sitting.told}
      onDismiss={(hadFocus) => {
        sitting.tell(null)
        if (hadFocus) form.current?.focus({ preventScroll: true })
      }}
    />
  )
  const back = () => setAside('none')
  useKeys({
    h: hideClock,
    ...(isHeld !== false && attempt.isPaused && { p: sitting.resume }),
    // Past a list of 65 items it would be 65 presses of Tab away; the key only leads there.
    ...(isReviewing && {
      Escape: back,
      e: () => foot.current?.querySelector<HTMLElement>('[data-hand-in]')?.focus(),
    }),
    ...(isHeld !== false &&
      !attempt.isPaused &&
      !isReviewing && {
        ...Object.fromEntries([...'abcde'].map((key, place) => [key, ofItem(pressOption, place)])),
        ...Object.fromEntries([...'123456'].map((key, place) => [key, ofItem(pressOption, place)])),
        ...Object.fromEntries([...'abcde'].map((key, place) => [`Shift+${key}`, ofItem(pressStrike, place)])),
        s: () => sitting.rate('sure'),
        u: () => sitting.rate('unsure'),
        g: () => sitting.rate('guess'),
        ...(attempt.settings.mode === 'practice' && { p: sitting.pause }),
        f: sitting.flag,
        n: () => setAside('navigator'),
        r: () => setAside('review'),
        ArrowRight: () => visit(attempt.items[index + 1]),
        ArrowLeft: () => visit(attempt.items[index - 1]),
      }),
  })

  return (
    <Page title={attempt.settings.mode === 'exam' ? 'Exam' : 'Quiz'} width="narrow" isCompact>
      <RunnerBar
        sitting={sitting}
        isClockHidden={isClockHidden}
        onHideClock={hideClock}
        isAway={isReviewing || attempt.isPaused}
      />
      {isHeld === false && <LookingOn wasHeld={wasHeld} onTakeOver={sitting.takeOver} />}
      {attempt.isPaused ? (
        <Paused isLocked={isHeld === false} onGoOn={sitting.resume} />
      ) : isReviewing ? (
        <Review attempt={attempt} items={items} isLocked={isHeld === false} onVisit={go} />
      ) : (
        <ItemInFront place={form} sitting={sitting} onCheck={check} />
      )}
      <div ref={foot} className={styles['foot']}>
        {isReviewing ? (
          <ReviewFoot sitting={sitting} onBack={back} onHandIn={() => sitting.end('learner')} />
        ) : (
          <RunnerFoot
            sitting={sitting}
            isAway={attempt.isPaused}
            onCheck={check}
            onNavigate={() => setAside('navigator')}
            onReview={() => setAside('review')}
          />
        )}
      </div>
      {isNavigating && (
        <Navigator
          attempt={attempt}
          items={items}
          onVisit={go}
          onClose={() => setAside((before) => (before === 'navigator' ? 'none' : before))}
          onReview={() => setAside('review')}
          notice={notice}
        />
      )}
      <p role="status" className={styles['spoken']}>
        {sitting.said}
      </p>
      {!isNavigating && notice}
    </Page>
  )
}
