import { useId, useMemo, useState } from 'react'
import type { Attempt, ExtraTime } from '../../model/attempt.ts'
import { ITEM_TYPES } from '../../model/item.ts'
import type { ItemType } from '../../model/item.ts'
import type { Narrowing } from '../../stores/attempts.ts'
import { drillParameters, itemsOfDrill, originsIn } from '../../stores/drill.ts'
import type { Drill, OriginGroup } from '../../stores/drill.ts'
import { useCourses } from '../../stores/services.ts'
import type { Bank } from '../../stores/use-bank.ts'
import { Button } from '../ui/button.tsx'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import { ExtraTimeChoice } from './extra-time-choice.tsx'
import styles from './setup.module.css'
import { TimeChoice } from './time-choice.tsx'

const COUNTS = [5, 10, 20, 30, 65]

const TYPE_NAMES: Readonly<Record<ItemType, string>> = {
  choice: 'Multiple choice',
  response: 'Multiple response',
  ordering: 'Ordering',
  matching: 'Matching',
}

const NARROWINGS: readonly (readonly [Narrowing | null, string])[] = [
  [null, 'All of them'],
  ['unseen', 'Never asked yet'],
  ['missed', 'Not right the last time'],
  ['flagged', 'Flagged the last time'],
  ['confused', 'Easily confused'],
]

interface Props {
  readonly bank: Bank | null
  readonly attempts: readonly Attempt[]
  readonly extraTime: ExtraTime
  readonly onStart: (parameters: URLSearchParams) => void
}

/** A practice as one likes it; says at once how many questions fit. */
export function DrillForm({ bank, attempts, extraTime, onStart }: Props) {
  const manifests = useCourses((state) => state.manifests)
  const [drill, setDrill] = useState<Drill>({
    from: '',
    narrowing: null,
    types: ITEM_TYPES,
    count: 10,
    time: { kind: 'pace' },
    extraTime,
    feedback: 'at-once',
  })
  const origins = useMemo(() => (bank === null ? [] : originsIn(bank, manifests)), [bank, manifests])
  const fitting = useMemo(
    () => (bank === null ? null : itemsOfDrill(drill, bank, manifests, attempts).length),
    [bank, drill.from, drill.narrowing, drill.types, manifests, attempts],
  )
  const change = (part: Partial<Drill>) => setDrill({ ...drill, ...part })

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        onStart(drillParameters(drill))
      }}
    >
      <OriginSelect groups={origins} value={drill.from} onChange={(from) => change({ from })} />
      <ChoiceGroup name="Which of them">
        {NARROWINGS.map(([narrowing, name]) => (
          <Choice
            key={name}
            type="radio"
            name="only"
            checked={drill.narrowing === narrowing}
            onChange={() => change({ narrowing })}
          >
            {name}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup name="Types" hint="With none ticked, all are asked.">
        {ITEM_TYPES.map((type) => (
          <Choice
            key={type}
            type="checkbox"
            name="type"
            checked={drill.types.includes(type)}
            onChange={({ target }) =>
              change({
                types: ITEM_TYPES.filter((each) => (each === type ? target.checked : drill.types.includes(each))),
              })
            }
          >
            {TYPE_NAMES[type]}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup name="Questions">
        {COUNTS.map((count) => (
          <Choice
            key={count}
            type="radio"
            name="count"
            checked={drill.count === count}
            onChange={() => change({ count })}
          >
            {count}
          </Choice>
        ))}
      </ChoiceGroup>
      <TimeChoice count={drill.count} time={drill.time} onChange={(time) => change({ time })} />
      {(drill.time.kind === 'pace' || drill.time.kind === 'minutes') && (
        <ExtraTimeChoice value={drill.extraTime} onChange={(extra) => change({ extraTime: extra })} />
      )}
      <ChoiceGroup
        name="Answers"
        hint="Explained and without a time limit, questions adapt: three options while a fact is new, its name to type once you know it well."
      >
        <Choice
          type="radio"
          name="feedback"
          checked={drill.feedback === 'at-once'}
          onChange={() => change({ feedback: 'at-once' })}
        >
          Explained when I ask
        </Choice>
        <Choice
          type="radio"
          name="feedback"
          checked={drill.feedback === 'at-end'}
          onChange={() => change({ feedback: 'at-end' })}
        >
          Only at the end, as in the exam
        </Choice>
      </ChoiceGroup>
      <div className={styles['start']}>
        <Button look="primary" type="submit" aria-disabled={fitting === 0} disabled={fitting === 0}>
          Start
        </Button>
        <p role="status">{fittingText(fitting, drill.count)}</p>
      </div>
    </form>
  )
}

function fittingText(fitting: number | null, count: number): string {
  if (fitting === null) return ''
  if (fitting === 0) return 'No question fits. Choose something wider.'
  if (fitting < count) return `${fitting} ${fitting === 1 ? 'question fits' : 'questions fit'}; the quiz is shorter.`
  return `${fitting} questions fit.`
}

interface OriginSelectProps {
  readonly groups: readonly OriginGroup[]
  readonly value: string
  readonly onChange: (from: string) => void
}

function OriginSelect({ groups, value, onChange }: OriginSelectProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>Questions from</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">All notes</option>
        {groups.map(({ name, choices }) => (
          <optgroup key={name} label={name}>
            {choices.map(({ from, name: label, count }) => (
              <option key={from} value={from}>
                {label} ({count})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
