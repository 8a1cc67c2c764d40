import type { Chosen } from '../../model/attempt.ts'
import type { OptionId } from '../../model/ids.ts'
import type { Item, Option } from '../../model/item.ts'
import { Exhibit } from '../ui/exhibit.tsx'
import styles from './item.module.css'

interface Props {
  readonly item: Item
  readonly options: readonly Option[]
  readonly chosen: Chosen | undefined
  readonly struck: ReadonlySet<OptionId> | undefined
  readonly kind: 'radio' | 'checkbox'
  readonly isLocked: boolean
  readonly onPick: (option: OptionId) => void
  readonly onStrike: (option: Option) => void
}

/** Options to choose from; each can be ruled out as well. */
export function Choices({ item, options, chosen, struck, kind, isLocked, onPick, onStrike }: Props) {
  return (
    <fieldset disabled={isLocked}>
      <legend className={styles['stem']}>{item.stem}</legend>
      <Exhibit of={item} />
      <div className={styles['options']}>
        {options.map((option, place) => {
          const isStruck = struck?.has(option.id) ?? false
          const letter = String.fromCharCode(65 + place)
          return (
            <div key={option.id} className={styles['option']} {...(isStruck && { 'data-struck': '' })}>
              <label>
                <input
                  type={kind}
                  name={item.id}
                  value={option.id}
                  checked={chosen?.includes(option.id) ?? false}
                  onChange={() => onPick(option.id)}
                />
                <span className={styles['letter']} aria-hidden>
                  {letter}
                </span>
                <span className={styles['text']}>{option.text}</span>
              </label>
              <button
                type="button"
                className={styles['strike']}
                data-strike=""
                aria-pressed={isStruck}
                aria-label={`Rule out: ${option.text}`}
                aria-keyshortcuts={`Shift+${letter}`}
                onClick={() => onStrike(option)}
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Presses the option at a place, as its letter or number does. */
export function pressOption(form: HTMLElement, place: number): void {
  form.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]').item(place)?.click()
}

/** Rules the option at a place out, or in again, as Shift and its letter do. */
export function pressStrike(form: HTMLElement, place: number): void {
  form.querySelectorAll<HTMLButtonElement>('[data-strike]').item(place)?.click()
}
