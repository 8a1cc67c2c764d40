import { Suspense, useState } from 'react'
import { Link } from 'react-router'
import { PAGES } from '../../model/page.ts'
import { useJournal, useServices } from '../../stores/services.ts'
import type { JournalState } from '../../stores/journal-store.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { DataPanels } from './data-panels.tsx'
import { OtherTools } from './other-tools.tsx'
import styles from './settings.module.css'

type Theme = JournalState['learned']['settings']['theme']

const THEMES: readonly (readonly [Theme, string])[] = [
  ['system', 'As the device has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

const KEYS = [
  ['/ or Ctrl K or ⌘ K', 'search, from anywhere'],
  ['Space', 'show the answer of a card'],
  ['1 2 3 4', 'grade it: again, hard, good, easy'],
  ['U', 'take the last grade back'],
  ['A–E or 1–6', 'choose an option of a question'],
  ['← →', 'previous and next question'],
  ['F', 'flag a question'],
  ['N', 'open the navigator of a quiz'],
] as const

/** What the learner can choose. A choice is an event of the journal, kept like any answer. */
export function SettingsView() {
  return (
    <Page title="Settings" width="narrow">
      <div className={styles['panels']}>
        <Appearance />
        <Limits />
        <Keeping />
        <OtherTools />
        <Panel aria-labelledby="keys">
          <h2 id="keys">Keys</h2>
          <dl className={styles['keys']}>
            {KEYS.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel aria-labelledby="about">
          <h2 id="about">About the courses</h2>
          <p>
            <Link to={PAGES.about}>What they cover, what they rest on, and how far they can be relied on</Link>
          </p>
        </Panel>
        <Suspense fallback={null}>
          <DataPanels />
        </Suspense>
      </div>
    </Page>
  )
}

function Appearance() {
  const theme = useJournal(({ learned }) => learned.settings.theme)
  const { journal } = useServices()
  return (
    <Panel aria-labelledby="appearance">
      <h2 id="appearance">Appearance</h2>
      <ChoiceGroup name="Colours">
        {THEMES.map(([value, name]) => (
          <Choice
            key={value}
            type="radio"
            name="theme"
            value={value}
            checked={theme === value}
            onChange={() => journal.getState().record({ kind: 'setting-changed', setting: { name: 'theme', value } })}
          >
            {name}
          </Choice>
        ))}
      </ChoiceGroup>
    </Panel>
  )
}

function Limits() {
  return (
    <Panel aria-labelledby="limits">
      <h2 id="limits">Cards a day</h2>
      <Limit name="newPerDay" label="New facts, at most" most={500} />
      <Limit name="reviewsPerDay" label="Reviews, at most" most={5000} />
      <p className={styles['quiet']}>
        Each new fact a day comes to some seven reviews a day before long. The day turns at 4 in the morning.
      </p>
    </Panel>
  )
}

interface LimitProps {
  readonly name: 'newPerDay' | 'reviewsPerDay'
  readonly label: string
  readonly most: number
}

function Limit({ name, label, most }: LimitProps) {
  const value = useJournal(({ learned }) => learned.settings[name])
  const { journal } = useServices()
  const [typed, setTyped] = useState<string | null>(null)
  /** What makes no sense is not taken: the field shows again what holds. */
  function settle() {
    const wanted = Number(typed ?? '')
    const isSense = typed !== null && typed.trim() !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= most
    if (isSense && wanted !== value) {
      journal.getState().record({ kind: 'setting-changed', setting: { name, value: wanted } })
    }
    setTyped(null)
  }
  return (
    <label className={styles['limit']}>
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        step={1}
        required
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={settle}
        onKeyDown={({ key }) => {
          if (key === 'Enter') settle()
        }}
      />
    </label>
  )
}

/** What keeps answers from being kept. The other remarks at the top of the page are about what is kept already. */
const UNKEPT: ReadonlySet<string> = new Set(['blocked', 'full', 'outdated'])

function Keeping() {
  const isTroubled = useJournal(({ keeping }) => keeping.troubles.some(({ kind }) => UNKEPT.has(kind)))
  const reviews = useJournal(({ learned }) => learned.reviews)
  const attempts = useJournal(({ learned }) => learned.attempts.size)
  return (
    <Panel aria-labelledby="keeping">
      <h2 id="keeping">Where it is kept</h2>
      <p>
        {isTroubled
          ? 'Not all of it can be kept just now: the line at the top of the page says why.'
          : `In this browser alone, in two places: ${counted(reviews, 'graded card', 'graded cards')} and ${counted(attempts, 'quiz', 'quizzes')}, each written down the moment it happened. Clearing this site’s data erases them; a backup (below) does not go with them.`}
      </p>
      <ButtonRow>
        <ButtonLink to={PAGES.import}>Notes of your own</ButtonLink>
      </ButtonRow>
    </Panel>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
