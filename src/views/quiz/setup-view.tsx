import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { ITEM_TYPES } from '../../model/item.ts'
import type { ItemType } from '../../model/item.ts'
import { attemptPage, PAGES, resultPage } from '../../model/page.ts'
import { useCourses, useServices } from '../../stores/services.ts'
import { useAttempts } from '../../stores/use-attempts.ts'
import { AttemptLine } from '../ui/attempt-line.tsx'
import { Button } from '../ui/button.tsx'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './setup.module.css'

const COUNTS = [5, 10, 20, 30, 65]
/** The pace of the exam: 90 minutes for 65 items. */
const SECONDS_PER_ITEM = 83
/** Finished attempts listed here; all of them stand under Progress. */
const SHOWN = 5

const TYPE_NAMES: Readonly<Record<ItemType, string>> = {
  choice: 'Multiple choice',
  response: 'Multiple response',
  ordering: 'Ordering',
  matching: 'Matching',
}

/** Sets up a quiz: what from, how many, how long. */
export function SetupView() {
  const manifests = useCourses((state) => state.manifests)
  const { random } = useServices()
  const navigate = useNavigate()
  const [count, setCount] = useState(10)
  const topics = manifests.flatMap((course) => course.topics)

  function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    const parameters = new URLSearchParams({ count: String(count), mode: text(chosen, 'mode') })
    const wantedTopics = chosen.getAll('topic').map(String)
    if (wantedTopics.length < topics.length) for (const topic of wantedTopics) parameters.append('topic', topic)
    const types = chosen.getAll('type').map(String)
    if (types.length < ITEM_TYPES.length) for (const type of types) parameters.append('type', type)
    const time = text(chosen, 'time')
    if (time === 'pace') parameters.set('minutes', String(minutesFor(count)))
    if (time === 'own') parameters.set('minutes', text(chosen, 'minutes'))
    parameters.set('seed', String(Math.floor(random() * 1_000_000_000)))
    void navigate(`${PAGES.newQuiz}?${parameters.toString()}`)
  }

  return (
    <Page
      title="Quiz"
      lead="Questions made from the notes, and those that the notes hold. Every option is explained at the end."
    >
      <form className={styles['form']} onSubmit={start}>
        <ChoiceGroup name="Topics">
          {topics.map((topic) => (
            <Choice key={topic.id} type="checkbox" name="topic" value={topic.id} defaultChecked>
              {topic.title}
            </Choice>
          ))}
        </ChoiceGroup>
        <ChoiceGroup name="Questions">
          {COUNTS.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="count"
              value={each}
              checked={count === each}
              onChange={() => setCount(each)}
            >
              {each}
            </Choice>
          ))}
        </ChoiceGroup>
        <TimeChoice count={count} />
        <ChoiceGroup
          name="Answers"
          hint="Explained and without a time limit, questions adapt: three options while a fact is new, its name to type once you know it well."
        >
          <Choice type="radio" name="mode" value="practice" defaultChecked>
            Explained when I ask
          </Choice>
          <Choice type="radio" name="mode" value="exam">
            Only at the end, as in the exam
          </Choice>
        </ChoiceGroup>
        <ChoiceGroup name="Types" hint="With none ticked, all are asked.">
          {ITEM_TYPES.map((type) => (
            <Choice key={type} type="checkbox" name="type" value={type} defaultChecked>
              {TYPE_NAMES[type]}
            </Choice>
          ))}
        </ChoiceGroup>
        <div>
          <Button look="primary" type="submit">
            Start
          </Button>
        </div>
      </form>
      <EarlierAttempts />
    </Page>
  )
}

function TimeChoice({ count }: { readonly count: number }) {
  const [time, setTime] = useState('pace')
  return (
    <ChoiceGroup name="Time">
      <Choice type="radio" name="time" value="pace" checked={time === 'pace'} onChange={() => setTime('pace')}>
        {minutesFor(count)} minutes, the exam’s pace
      </Choice>
      <Choice type="radio" name="time" value="none" checked={time === 'none'} onChange={() => setTime('none')}>
        No limit
      </Choice>
      <Choice type="radio" name="time" value="own" checked={time === 'own'} onChange={() => setTime('own')}>
        Minutes of my own
      </Choice>
      {time === 'own' && (
        <label className={styles['minutes']}>
          Minutes
          <input type="number" name="minutes" min={1} max={600} step={1} defaultValue={15} required />
        </label>
      )}
    </ChoiceGroup>
  )
}

function EarlierAttempts() {
  const { running, finished } = useAttempts()
  return (
    <>
      {running.length > 0 && (
        <Panel aria-labelledby="running">
          <h2 id="running">Not finished</h2>
          <ul className={styles['attempts']}>
            {running.map((attempt) => (
              <li key={attempt.id}>
                <Link to={attemptPage(attempt.id)}>
                  <AttemptLine attempt={attempt} />
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {finished.length > 0 && (
        <Panel aria-labelledby="finished">
          <h2 id="finished">Finished</h2>
          <ul className={styles['attempts']}>
            {finished.slice(0, SHOWN).map((attempt) => (
              <li key={attempt.id}>
                <Link to={resultPage(attempt.id)}>
                  <AttemptLine attempt={attempt} />
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

const minutesFor = (count: number): number => Math.ceil((count * SECONDS_PER_ITEM) / 60)

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
