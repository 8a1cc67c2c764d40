import { useState } from 'react'
import type { ExtraTime } from '../../model/attempt.ts'
import { withExtraTime } from '../../model/attempt.ts'
import type { Manifest } from '../../model/course.ts'
import type { Item } from '../../model/item.ts'
import { examParameters } from '../../stores/drill.ts'
import { useCourses } from '../../stores/services.ts'
import type { Bank } from '../../stores/use-bank.ts'
import { Button } from '../ui/button.tsx'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ExtraTimeChoice } from './extra-time-choice.tsx'
import styles from './setup.module.css'

interface Props {
  readonly bank: Bank | null
  /** What was chosen the last time. */
  readonly extraTime: ExtraTime
  readonly onStart: (parameters: URLSearchParams) => void
}

/** A rehearsal of each exam whose rules are known. */
export function ExamPanels(props: Props) {
  const manifests = useCourses((state) => state.manifests)
  return manifests.map((course) =>
    course.blueprint === null ? null : (
      <ExamPanel key={course.id} {...props} course={course} blueprint={course.blueprint} />
    ),
  )
}

interface PanelProps extends Props {
  readonly course: Manifest
  readonly blueprint: NonNullable<Manifest['blueprint']>
}

function ExamPanel({ bank, extraTime, onStart, course, blueprint }: PanelProps) {
  const [isWhole, setWhole] = useState(true)
  const [extra, setExtra] = useState(extraTime)
  const { items, scoredItems, minutes, code } = blueprint
  const ownMinutes = Math.round((minutes * scoredItems) / items)
  const id = `exam-${course.id}`
  return (
    <Panel aria-labelledby={id}>
      <h2 id={id}>Exam rehearsal, {code}</h2>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          onStart(examParameters(blueprint, course.id, isWhole, extra))
        }}
      >
        <ChoiceGroup name="Form" hint={coverageText(bank?.items ?? null, course, blueprint)}>
          <Choice type="radio" name={id} checked={isWhole} onChange={() => setWhole(true)}>
            {items} questions, {withExtraTime(minutes, extra)} minutes, as in the exam: {items - scoredItems} do not
            count, and you are not told which
          </Choice>
          <Choice type="radio" name={id} checked={!isWhole} onChange={() => setWhole(false)}>
            {scoredItems} questions that all count, {withExtraTime(ownMinutes, extra)} minutes
          </Choice>
        </ChoiceGroup>
        <ExtraTimeChoice value={extra} onChange={setExtra} />
        <div>
          <Button look="primary" type="submit">
            Begin the exam
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** What the rehearsal can be made of; says plainly what it leaves out. */
function coverageText(
  items: readonly Item[] | null,
  { id, topics }: Manifest,
  { domains }: PanelProps['blueprint'],
): string {
  const weights = 'Questions come from the domains by the exam’s weights, one a fact, what you have not met first.'
  if (items === null) return weights
  const own = items.filter(({ topic }) => topic.startsWith(`${id}/`))
  const covered = domains.filter(({ number }) => own.some(({ domain }) => domain === number))
  if (covered.length === domains.length || topics.length === 0) return weights
  const share = Math.round(100 * covered.reduce((sum, { weight }) => sum + weight, 0))
  const names = covered.map(({ number }) => number).join(', ')
  return `The notes cover ${covered.length === 1 ? 'Domain' : 'Domains'} ${names} alone, ${share} % of the exam: all questions come from there, so the result says nothing about the rest.`
}
