import styles from './meter.module.css'

interface Props {
  readonly seen: number
  readonly strong: number
  readonly total: number
  /** What the bar is about, for those who don't see it. */
  readonly label: string
}

/** How much of something was seen, and how much of that is strong. */
export function Meter({ seen, strong, total, label }: Props) {
  const share = (count: number) => `${total === 0 ? 0 : Math.min(100, (100 * count) / total)}%`
  const said = `${label}: ${seen} of ${total} facts seen, ${strong} strong`
  return (
    <span className={styles['meter']} role="img" aria-label={said}>
      <span className={styles['seen']} style={{ inlineSize: share(seen) }}>
        <span className={styles['strong']} style={{ inlineSize: seen === 0 ? '0%' : `${(100 * strong) / seen}%` }} />
      </span>
    </span>
  )
}
