import { Link } from 'react-router'
import { optionsInOrder } from '../../engines/exam/form.ts'
import { keyOf, rightParts } from '../../engines/items/grade-item.ts'
import type { Chosen } from '../../model/attempt.ts'
import type { Item, Option, Place } from '../../model/item.ts'
import { topicPage } from '../../model/page.ts'
import { unreachable } from '../../model/unreachable.ts'
import styles from './explanation.module.css'

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

/** Says why there is no credit where part of the answer was right. */
function verdictOf(item: Item, chosen: Chosen, isCorrect: boolean): string {
  if (isCorrect) return 'Right.'
  if (chosen.length === 0) return 'Not answered: no credit, as in the exam.'
  const [right, all] = [rightParts(item, chosen), keyOf(item).length]
  switch (item.type) {
    case 'choice':
      return 'Not right.'
    case 'response':
      return `${right} of ${all} right options chosen${chosen.length > all ? `, and ${chosen.length - right} wrong` : ''}. All ${all} and no other are needed for credit.`
    case 'ordering':
      return `${right} of ${all} in their place. The whole order is needed for credit.`
    case 'matching':
      return `${right} of ${all} matched. Every pair is needed for credit.`
    default:
      return unreachable(item)
  }
}

function tagOf(item: Item, { id, correct }: Option, chosen: Chosen): string {
  if (item.type === 'ordering') {
    const place = chosen.indexOf(id)
    return place < 0 ? 'Not placed' : `You put it at ${place + 1}`
  }
  if (item.type === 'matching') {
    const place = item.prompts.findIndex(({ answer }) => answer === id)
    return chosen[place] === id ? 'Matched' : 'Not matched'
  }
  if (correct) return chosen.includes(id) ? 'Your answer, right' : 'Right answer'
  return chosen.includes(id) ? 'Your answer, not right' : 'Not right'
}

function shownText(item: Item, option: Option): string {
  if (item.type !== 'matching') return option.text
  const prompt = item.prompts.find(({ answer }) => answer === option.id)
  return prompt === undefined ? option.text : `${prompt.text} – ${option.text}`
}
