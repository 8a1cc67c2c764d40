import type { Graded } from '../../engines/cards/session-run.ts'
import { GRADES } from '../../model/memory.ts'
import { factQuizPage, PAGES } from '../../model/page.ts'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Counts } from '../ui/counts.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'

interface Props {
  readonly graded: readonly Graded[]
  readonly onUndo: () => void
}

/** The end of a session: what was done, and what is sensible next. */
export function FinishedView({ graded, onUndo }: Props) {
  const facts = [...new Set(graded.map(({ fact }) => fact))]
  const shaky = [...new Set(graded.filter(({ grade }) => grade === 'again').map(({ fact }) => fact))]
  const count = facts.length === 1 ? 'One fact' : `${facts.length} facts`
  return (
    <Page
      title="Session finished"
      lead={`${count} asked. Each comes back on the day you are about to forget it.`}
      width="narrow"
    >
      <Panel aria-label="Grades">
        <Counts counts={GRADES.map((name) => ({ name, count: graded.filter(({ grade }) => grade === name).length }))} />
        <ButtonRow>
          {shaky.length > 0 ? (
            <ButtonLink look="primary" to={factQuizPage(shaky)}>
              Quiz the {shaky.length === 1 ? 'one' : shaky.length} you missed
            </ButtonLink>
          ) : (
            <ButtonLink look="primary" to={PAGES.quiz}>
              Take a quiz
            </ButtonLink>
          )}
          <ButtonLink to={PAGES.today}>Back to today</ButtonLink>
          <Button look="quiet" onClick={onUndo}>
            Undo the last grade
          </Button>
        </ButtonRow>
      </Panel>
    </Page>
  )
}
