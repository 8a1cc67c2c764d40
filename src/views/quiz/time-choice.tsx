import { minutesFor } from '../../stores/drill.ts'
import type { TimeLimit } from '../../stores/drill.ts'
import { Choice, ChoiceGroup } from '../ui/choice.tsx'
import styles from './setup.module.css'

interface Props {
  readonly count: number
  readonly time: TimeLimit
  readonly onChange: (time: TimeLimit) => void
}

/** No limit, one for the whole, or one for each question. */
export function TimeChoice({ count, time, onChange }: Props) {
  return (
    <ChoiceGroup name="Time">
      <Choice type="radio" name="time" checked={time.kind === 'pace'} onChange={() => onChange({ kind: 'pace' })}>
        {minutesFor(count)} minutes, the exam’s pace
      </Choice>
      <Choice type="radio" name="time" checked={time.kind === 'none'} onChange={() => onChange({ kind: 'none' })}>
        No limit
      </Choice>
      <Choice
        type="radio"
        name="time"
        checked={time.kind === 'minutes'}
        onChange={() => onChange({ kind: 'minutes', value: 15 })}
      >
        Minutes of my own
      </Choice>
      <Choice
        type="radio"
        name="time"
        checked={time.kind === 'seconds'}
        onChange={() => onChange({ kind: 'seconds', value: 60 })}
      >
        A limit for each question
      </Choice>
      {time.kind === 'minutes' && (
        <Amount
          name="Minutes"
          value={time.value}
          least={1}
          most={600}
          onChange={(value) => onChange({ ...time, value })}
        />
      )}
      {time.kind === 'seconds' && (
        <Amount
          name="Seconds for each"
          value={time.value}
          least={5}
          most={3_600}
          onChange={(value) => onChange({ ...time, value })}
        />
      )}
    </ChoiceGroup>
  )
}

interface AmountProps {
  readonly name: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

function Amount({ name, value, least, most, onChange }: AmountProps) {
  return (
    <label className={styles['minutes']}>
      {name}
      <input
        type="number"
        min={least}
        max={most}
        step={1}
        required
        defaultValue={value}
        onChange={({ target }) => {
          if (target.validity.valid) onChange(target.valueAsNumber)
        }}
      />
    </label>
  )
}
