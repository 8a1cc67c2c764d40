import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Attempt } from '../../model/attempt.ts'
import { kindText } from '../ui/attempt-text.ts'
import { Button } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import styles from './history.module.css'

interface Props<T extends Attempt> {
  readonly attempt: T
  readonly to: string
  readonly onRemove: (attempt: T) => void
  /** What stands before the link. */
  readonly before?: ReactNode
  /** What else there is to say of it. */
  readonly more?: string
  /** The words of the link. */
  readonly children: ReactNode
}

/** One attempt in the list of all. */
export function AttemptRow<T extends Attempt>({ attempt, to, onRemove, before, more, children }: Props<T>) {
  return (
    <li className={styles['row']}>
      {before}
      <div>
        <Link className={styles['link']} to={to} data-attempt={attempt.id}>
          {children}
        </Link>
        <p className={styles['quiet']}>
          {kindText(attempt)}
          {more !== undefined && ` · ${more}`}
        </p>
      </div>
      <Button
        look="quiet"
        aria-label={`Delete the attempt of ${dateText(attempt.startedAt)}`}
        onClick={() => onRemove(attempt)}
      >
        <Trash2 size={18} aria-hidden />
      </Button>
    </li>
  )
}
