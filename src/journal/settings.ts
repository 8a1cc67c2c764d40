/** What the learner chose. Each has a default; a change is an event like any other. */
export interface Settings {
  readonly theme: Theme
  /** New facts a day, at most. */
  readonly newPerDay: number
  /** Reviews a day, at most. */
  readonly reviewsPerDay: number
}

export type Theme = 'system' | 'light' | 'dark'

export const DEFAULT_SETTINGS: Settings = { theme: 'system', newPerDay: 15, reviewsPerDay: 100 }
