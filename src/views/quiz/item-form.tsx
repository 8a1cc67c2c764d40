import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { optionsInOrder } from '../../engines/exam/form.ts'
import type { Chosen } from '../../model/attempt.ts'
import type { OptionId } from '../../model/ids.ts'
import type { Item, MatchingItem, Option, OrderingItem, ResponseItem } from '../../model/item.ts'
import { unreachable } from '../../model/unreachable.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from './choices.tsx'
import styles from './item.module.css'
import { TypedForm } from './typed-form.tsx'

interface Props {
  readonly item: Item
  readonly seed: number
  readonly chosen: Chosen | undefined
  readonly struck: ReadonlySet<OptionId> | undefined
  /** Its answer was looked at, or another page works on the attempt. */
  readonly isLocked: boolean
  readonly onAnswer: (chosen: Chosen) => void
  /** What is being typed, before it is an answer. */
  readonly onDraft: (chosen: Chosen) => void
  readonly onCheck: () => void
  readonly onStrike: (option: Option) => void
}

/** An item to answer, in native controls. */
export function ItemForm(props: Props) {
  const { item, seed } = props
  const options = useMemo(() => optionsInOrder(item, seed), [item, seed])
  switch (item.type) {
    case 'choice':
      return <Choices {...props} options={options} kind="radio" onPick={(id) => props.onAnswer([id])} />
    case 'response':
      return <Responses {...props} item={item} options={options} />
    case 'ordering':
      return <Ordering {...props} item={item} options={options} />
    case 'matching':
      return <Matching {...props} item={item} options={options} />
    case 'typed':
      return <TypedForm {...props} item={item} />
    default:
      return unreachable(item)
  }
}

function Responses(props: Props & { readonly item: ResponseItem; readonly options: readonly Option[] }) {
  const { chosen = [], onAnswer } = props
  const toggle = (id: OptionId) =>
    onAnswer(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return <Choices {...props} kind="checkbox" onPick={toggle} />
}

/** Steps are moved by buttons; each move is announced. */
function Ordering({
  item,
  options,
  chosen,
  isLocked,
  onAnswer,
}: Props & { readonly item: OrderingItem; readonly options: readonly Option[] }) {
  const [said, setSaid] = useState('')
  const order = (chosen ?? options.map(({ id }) => id)).flatMap(
    (id) => options.find((option) => option.id === id) ?? [],
  )

  function move(from: number, to: number) {
    const moved = order[from]
    if (moved === undefined || to < 0 || to >= order.length) return
    onAnswer(
      order
        .toSpliced(from, 1)
        .toSpliced(to, 0, moved)
        .map(({ id }) => id),
    )
    setSaid(`${moved.text}: now ${to + 1} of ${order.length}`)
  }

  return (
    <fieldset disabled={isLocked}>
      <legend className={styles['stem']}>{item.stem}</legend>
      <ol className={styles['steps']}>
        {order.map((option, place) => (
          <li key={option.id} className={styles['step']}>
            <span className={styles['letter']}>{place + 1}</span>
            <span>{option.text}</span>
            <span className={styles['moves']}>
              <Button
                aria-label={`Move up: ${option.text}`}
                disabled={place === 0}
                onClick={() => move(place, place - 1)}
              >
                <ArrowUp size={18} aria-hidden />
              </Button>
              <Button
                aria-label={`Move down: ${option.text}`}
                disabled={place === order.length - 1}
                onClick={() => move(place, place + 1)}
              >
                <ArrowDown size={18} aria-hidden />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className={styles['said']}>
        {said}
      </p>
      {chosen === undefined && (
        <Button onClick={() => onAnswer(order.map(({ id }) => id))}>It is right as it stands</Button>
      )}
    </fieldset>
  )
}

function Matching({
  item,
  options,
  chosen,
  isLocked,
  onAnswer,
}: Props & { readonly item: MatchingItem; readonly options: readonly Option[] }) {
  const picks = chosen ?? item.prompts.map(() => '' as const)
  return (
    <fieldset disabled={isLocked}>
      <legend className={styles['stem']}>{item.stem}</legend>
      <div className={styles['prompts']}>
        {item.prompts.map((prompt, place) => (
          <label key={prompt.id} className={styles['prompt']}>
            {prompt.text}
            <select
              value={picks[place] ?? ''}
              onChange={({ target }) => {
                const option = options.find(({ id }) => id === target.value)
                onAnswer(picks.with(place, option?.id ?? ''))
              }}
            >
              <option value="">Choose…</option>
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.text}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
