import { useId } from 'react'
import { EXTRA_TIMES } from '../../model/attempt.ts'
import type { ExtraTime } from '../../model/attempt.ts'
import styles from './setup.module.css'

const NAMES: Readonly<Record<ExtraTime, string>> = {
  none: 'None',
  'plus-30': '30 minutes more',
  'times-1.5': 'Half as much again',
  'times-2': 'Twice the time',
}

interface Props {
  readonly value: ExtraTime
  readonly onChange: (extra: ExtraTime) => void
}

/** An accommodation that the exam has granted. It is proposed again the next time. */
export function ExtraTimeChoice({ value, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>Extra time that you have been granted</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(EXTRA_TIMES.find((each) => each === target.value) ?? 'none')}
      >
        {EXTRA_TIMES.map((each) => (
          <option key={each} value={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </div>
  )
}
