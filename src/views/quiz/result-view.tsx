import { useRef } from 'react'
import { Navigate, useParams } from 'react-router'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { attemptPage, PAGES } from '../../model/page.ts'
import { useCourseOf } from '../../stores/attempt-course.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import type { OpenAttempt } from '../../stores/use-attempt.ts'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { Page } from '../ui/page.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Waiting } from '../ui/waiting.tsx'
import { Domains } from './result-domains.tsx'
import { Insight } from './result-insight.tsx'
import { ResultItems } from './result-items.tsx'
import { Score } from './result-score.tsx'
import { resultText } from './result-text.ts'
import styles from './result.module.css'
import { ShareForm } from './share-form.tsx'
import { useOpenInPrint } from './use-open-in-print.ts'

/** How an attempt went, item by item. */
export function ResultView() {
  const { attempt: name = '' } = useParams()
  const open = useAttempt(name)
  if (open.kind !== 'ready') return <Waiting title="Result" state={open} />
  if (open.value === null) return <NotFoundView what="attempt" />
  const { attempt } = open.value
  if (attempt.phase === 'running') return <Navigate to={attemptPage(attempt.id)} replace />
  return <Result attempt={attempt} open={open.value} />
}

function Result({ attempt, open }: { readonly attempt: FinishedAttempt; readonly open: OpenAttempt }) {
  const { items, log } = open
  const part = useRef<HTMLDivElement>(null)
  useOpenInPrint(part)
  const ended = attempt.why === 'time' ? 'The time ran out; it was handed in as it stood.' : ''
  const removed = log.isRemoved ? 'It was deleted from the list of attempts.' : ''
  return (
    <Page title="Result" lead={`${dateText(attempt.startedAt)}. ${ended} ${removed}`} width="narrow">
      <div ref={part} className={styles['result']}>
        <Score attempt={attempt} />
        <Domains attempt={attempt} />
        <Insight attempt={attempt} actions={log.actions} items={items} />
        <Keeping attempt={attempt} items={items} />
        <ResultItems attempt={attempt} items={items} />
      </div>
    </Page>
  )
}

/** Ways to have the result elsewhere, and beside others. */
function Keeping({ attempt, items }: { readonly attempt: FinishedAttempt } & Pick<OpenAttempt, 'items'>) {
  const blueprint = useCourseOf(attempt)?.blueprint ?? null

  function save() {
    const text = resultText({ attempt, items, blueprint, when: dateText(attempt.startedAt) })
    const day = new Date(attempt.startedAt).toISOString().slice(0, 10)
    saveFile(`retain-result-${day}.md`, new Blob([text], { type: 'text/markdown' }))
  }

  return (
    <div className={styles['screen']}>
      <ButtonRow>
        <Button onClick={() => window.print()}>Print</Button>
        <Button onClick={save}>Save as a file</Button>
        <ShareForm attempt={attempt} />
        <ButtonLink to={PAGES.history}>All attempts</ButtonLink>
      </ButtonRow>
    </div>
  )
}
