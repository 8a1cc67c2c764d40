import { useState } from 'react'
import type { ExtraTime } from '../../model/attempt.ts'
import { withExtraTime } from '../../model/attempt.ts'
import type { Manifest } from '../../model/course.ts'
import { examParameters } from '../../stores/drill.ts'
import { useCourses } from '../../stores/services.ts'
import { Button } from '../ui/button.tsx'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ExtraTimeChoice } from './extra-time-choice.tsx'
import styles from './setup.module.css'

interface Props {
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

function ExamPanel({ extraTime, onStart, course, blueprint }: PanelProps) {
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
        <ChoiceGroup name="Form" hint={coverageText(course, blueprint)}>
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

/** What the rehearsal is made of; says plainly what it leaves out. */
function coverageText({ topics }: Manifest, { domains }: PanelProps['blueprint']): string {
  const covered = domains.filter(({ number }) => topics.some((topic) => topic.domains.includes(number)))
  if (covered.length === domains.length || covered.length === 0) {
    return 'Questions come from the domains by the exam’s weights: those that were written for it first, one a fact, and what you have not met before the rest.'
  }
  const share = Math.round(100 * covered.reduce((sum, { weight }) => sum + weight, 0))
  const names = covered.map(({ number }) => number).join(', ')
  return `The notes cover ${covered.length === 1 ? 'Domain' : 'Domains'} ${names} alone, ${share} % of the exam: all questions come from there, so the result says nothing about the rest.`
}
