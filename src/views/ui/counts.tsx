import styles from './counts.module.css'

interface Count {
  readonly name: string
  /** A text where there is no number yet. */
  readonly count: number | string
  /** A name for outside checks. */
  readonly mark?: string
}

/** A few numbers side by side, each with its name below. */
export function Counts({ counts }: { readonly counts: readonly Count[] }) {
  return (
    <dl className={styles['counts']}>
      {counts.map(({ name, count, mark }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd {...(mark !== undefined && { 'data-testid': mark })}>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
