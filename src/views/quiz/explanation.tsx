import { Link } from 'react-router'
import { optionsInOrder } from '../../engines/exam/form.ts'
import type { Chosen } from '../../model/attempt.ts'
import type { Item, Option, Place } from '../../model/item.ts'
import { topicPage } from '../../model/page.ts'
import styles from './explanation.module.css'
import { tagOf, verdictOf } from './verdict.ts'

interface Props {
  readonly item: Item
  readonly chosen: Chosen
  readonly seed: number
  readonly isCorrect: boolean
}

/** Why the key is right, and what every other option really is, each with its place in the notes. */
export function Explanation({ item, chosen, seed, isCorrect }: Props) {
  const isOrdered = item.type === 'ordering'
  const options = isOrdered
    ? item.order.flatMap((id) => item.options.find((option) => option.id === id) ?? [])
    : optionsInOrder(item, seed)
  return (
    <div>
      <p className={`${styles['verdict']} ${isCorrect ? styles['right'] : styles['wrong']}`}>
        {verdictOf(item, chosen, isCorrect)}
      </p>
      {item.type === 'typed' && chosen[0] !== undefined && <p className={styles['typed']}>You typed “{chosen[0]}”.</p>}
      <ul className={styles['options']}>
        {options.map((option) => (
          <li
            key={option.id}
            className={styles['option']}
            data-key={option.correct}
            data-picked={chosen.includes(option.id)}
          >
            <span className={styles['tag']}>{tagOf(item, option, chosen)}</span>
            <p>{shownText(item, option)}</p>
            <p className={styles['why']}>
              {option.rationale} <NotesLink source={option.source} />
            </p>
          </li>
        ))}
      </ul>
      {item.remarks.length > 0 && (
        <ul className={styles['remarks']} aria-label="Also in the notes">
          {item.remarks.map(({ label, text, source }) => (
            <li key={`${label} ${text}`}>
              <strong>{label}:</strong> {text} <NotesLink source={source} />
            </li>
          ))}
        </ul>
      )}
      {item.references.length > 0 && (
        <ul className={styles['remarks']} aria-label="References">
          {item.references.map(({ title, address, checked }) => (
            <li key={address}>
              <a href={address} target="_blank" rel="noopener noreferrer">
                {title}
              </a>
              {checked !== null && ` (checked ${checked})`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Where it stands in the notes. Questions beside the notes have places that no page shows. */
function NotesLink({ source: { topic, anchor, line } }: { readonly source: Place }) {
  return anchor === '' ? null : <Link to={topicPage(topic, anchor)}>Notes, line {line}</Link>
}

function shownText(item: Item, option: Option): string {
  if (item.type !== 'matching') return option.text
  const prompt = item.prompts.find(({ answer }) => answer === option.id)
  return prompt === undefined ? option.text : `${prompt.text} – ${option.text}`
}
