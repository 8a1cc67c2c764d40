/** What a course knows about words, whatever its topics say of them. */
export interface Vocabulary {
  /** Names of one thing, the one to show first: `['customer managed key', 'CMK']`. */
  readonly names: readonly (readonly string[])[]
  /** What is true of a subject besides what the notes say of it. */
  readonly alsoTrue: readonly AlsoTrue[]
  /** Of what kind things are. */
  readonly kinds: readonly Kind[]
}

/** Names of things of one kind: only they are set against each other. */
export interface Kind {
  readonly kind: string
  readonly names: readonly string[]
}

export interface AlsoTrue {
  readonly subject: string
  readonly value: string
}

/** Something that is said of a subject. */
export interface Truth {
  readonly subject: string
  /** Empty where it is not known under which heading it would stand. */
  readonly attribute: string
  readonly value: string
}

/**
 * What the rest of a course knows of the things that a topic speaks of, so that its questions can be made without the
 * other topics: no answer is wrong that is true of the subject anywhere in the course.
 */
export interface Background {
  readonly names: Vocabulary['names']
  readonly truths: readonly Truth[]
  readonly kinds: Vocabulary['kinds']
}

export const NO_VOCABULARY: Vocabulary = { names: [], alsoTrue: [], kinds: [] }
export const NO_BACKGROUND: Background = { names: [], truths: [], kinds: [] }
