import { useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { scoreOf } from '../../engines/exam/score.ts'
import type { FinishedAttempt, Outcome } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { attemptPage, cardsPage, missedQuizPage, PAGES } from '../../model/page.ts'
import { missedIn } from '../../stores/missed.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { Exhibit } from '../ui/exhibit.tsx'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { Explanation } from './explanation.tsx'
import styles from './result.module.css'

/** How an attempt went, item by item. */
export function ResultView() {
  const { attempt: name = '' } = useParams()
  const open = useAttempt(name)
  if (open.kind !== 'ready') return <Waiting title="Result" state={open} />
  if (open.value === null) return <NotFoundView what="attempt" />
  const { attempt, items } = open.value
  if (attempt.phase === 'running') return <Navigate to={attemptPage(attempt.id)} replace />
  return <Result attempt={attempt} items={items} />
}

const FILTERS = ['all', 'wrong', 'flagged'] as const
type Filter = (typeof FILTERS)[number]

function Result({ attempt, items }: { readonly attempt: FinishedAttempt; readonly items: ReadonlyMap<ItemId, Item> }) {
  const { correct, count } = scoreOf(attempt)
  const outcomes = new Map(attempt.outcomes.map((outcome) => [outcome.item, outcome]))
  const missed = missedIn(attempt)
  const hasMissed = missed.facts.length + missed.items.length > 0
  const [filter, setFilter] = useState<Filter>('all')
  const passes: Readonly<Record<Filter, (id: ItemId) => boolean>> = {
    all: () => true,
    wrong: (id) => outcomes.get(id)?.correct !== true,
    flagged: (id) => attempt.flags.has(id),
  }
  const ended = attempt.why === 'time' ? 'The time ran out; it was handed in as it stood.' : ''
  return (
    <Page title="Result" lead={`${dateText(attempt.startedAt)}. ${ended}`} width="narrow">
      <Panel aria-label="Score">
        <p className={styles['score']} data-testid="score" data-correct={correct} data-count={count}>
          {correct} of {count} right
        </p>
        <p>
          {count === 0 ? 'Nothing could be graded.' : `${Math.round((100 * correct) / count)} % of the items.`} This is
          a raw score, not turned into any exam’s own scale.
        </p>
        <ButtonRow>
          {hasMissed && (
            <ButtonLink look="primary" to={missedQuizPage(attempt.id)}>
              Practise what you missed
            </ButtonLink>
          )}
          {missed.facts.length > 0 && <ButtonLink to={cardsPage(missed.facts)}>See it as cards</ButtonLink>}
          <ButtonLink look={hasMissed ? 'plain' : 'primary'} to={PAGES.quiz}>
            Another quiz
          </ButtonLink>
        </ButtonRow>
      </Panel>
      <div className={styles['filters']} role="group" aria-label="Show">
        {FILTERS.map((each) => (
          <Button key={each} aria-pressed={filter === each} onClick={() => setFilter(each)}>
            {each === 'all' ? 'All' : each === 'wrong' ? 'Not right' : 'Flagged'} (
            {attempt.items.filter(passes[each]).length})
          </Button>
        ))}
      </div>
      <ol className={styles['items']}>
        {attempt.items.map((id, index) =>
          passes[filter](id) ? (
            <li key={id}>
              <ItemResult attempt={attempt} index={index} item={items.get(id)} outcome={outcomes.get(id)} />
            </li>
          ) : null,
        )}
      </ol>
    </Page>
  )
}

interface ItemResultProps {
  readonly attempt: FinishedAttempt
  readonly index: number
  readonly item: Item | undefined
  readonly outcome: Outcome | undefined
}

function ItemResult({ attempt, index, item, outcome }: ItemResultProps) {
  if (item === undefined) return <p>Item {index + 1}: the notes it was made from have changed.</p>
  const isCorrect = outcome?.correct ?? false
  return (
    <details className={styles['item']}>
      <summary>
        <span className={`${styles['mark']} ${isCorrect ? styles['right'] : styles['wrong']}`}>
          {index + 1}. {isCorrect ? 'Right' : 'Not right'}
        </span>
        <span>{item.stem}</span>
      </summary>
      <div className={styles['inner']}>
        <Exhibit of={item} />
        <Explanation
          item={item}
          chosen={attempt.answers.get(item.id) ?? []}
          seed={attempt.settings.seed}
          isCorrect={isCorrect}
        />
      </div>
    </details>
  )
}
