import type { FinishedAttempt } from '../../model/attempt.ts'
import { PAGES } from '../../model/page.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import type { OpenAttempt } from '../../stores/use-attempt.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { CompareTable } from './compare-table.tsx'
import styles from './history.module.css'
import { SharedItems } from './shared-items.tsx'

const TITLE = 'Two attempts compared'

/** Two attempts beside each other, the older one first. */
export function CompareView({ names: [first, second] }: { readonly names: readonly [string, string] }) {
  const one = useAttempt(first)
  const other = useAttempt(second)
  if (one.kind !== 'ready') return <Waiting title={TITLE} state={one} />
  if (other.kind !== 'ready') return <Waiting title={TITLE} state={other} />
  const [left, right] = [finishedOf(one.value), finishedOf(other.value)]
  if (left === null || right === null || one.value === null || other.value === null) {
    return <NotFoundView what="attempt" />
  }
  const [before, since] = left.startedAt <= right.startedAt ? [left, right] : [right, left]
  const items = new Map([...one.value.items, ...other.value.items])
  return (
    <Page title={TITLE}>
      <div className={styles['panels']}>
        <Panel aria-labelledby="figures">
          <h2 id="figures">In figures</h2>
          <CompareTable before={before} since={since} />
        </Panel>
        <SharedItems before={before} since={since} items={items} />
        <ButtonRow>
          <ButtonLink to={PAGES.history}>All attempts</ButtonLink>
        </ButtonRow>
      </div>
    </Page>
  )
}

function finishedOf(open: OpenAttempt | null): FinishedAttempt | null {
  return open?.attempt.phase === 'finished' ? open.attempt : null
}
