import { scoreOf } from '../../engines/exam/score.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { missedCardsPage, missedQuizPage, PAGES } from '../../model/page.ts'
import { missedIn } from '../../stores/missed.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { shareText, timeText, unscoredText } from './result-words.ts'
import styles from './result.module.css'

/** What was reached, and what to do next. */
export function Score({ attempt }: { readonly attempt: FinishedAttempt }) {
  const { correct, count } = scoreOf(attempt)
  const missed = missedIn(attempt)
  const hasMissed = missed.facts.length + missed.items.length > 0
  const unscored = unscoredText(attempt)
  return (
    <Panel aria-label="Score">
      <p className={styles['score']} data-testid="score" data-correct={correct} data-count={count}>
        {correct} of {count} right
      </p>
      <p>{shareText(attempt)}</p>
      {unscored !== null && <p>{unscored}</p>}
      <p>{timeText(attempt)}</p>
      <div className={styles['screen']}>
        <ButtonRow>
          {hasMissed && (
            <ButtonLink look="primary" to={missedQuizPage(attempt.id)}>
              Practise what you missed
            </ButtonLink>
          )}
          {missed.facts.length > 0 && <ButtonLink to={missedCardsPage(attempt.id)}>See it as cards</ButtonLink>}
          <ButtonLink look={hasMissed ? 'plain' : 'primary'} to={PAGES.quiz}>
            Another quiz
          </ButtonLink>
        </ButtonRow>
      </div>
    </Panel>
  )
}
