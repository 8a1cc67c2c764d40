/** What the page of the benchmark of attempts tells; times are milliseconds. */
export interface FormsTold {
  /** Items that the bank has. */
  readonly bank: number
  /** Items of the shortest form. */
  readonly shortest: number
  /** One form after the other, each with a seed of its own. */
  readonly times: readonly number[]
}

/** Folding the events of an attempt, then replaying what they fold to. */
export interface ReplayTold {
  readonly folding: number
  readonly replaying: number
  readonly items: number
}
