import type { CardId, FactId } from './ids.ts'

type CardKind = 'forward' | 'reverse' | 'cloze'

/** One way to ask a fact by self-graded recall. */
export interface Card {
  readonly id: CardId
  readonly fact: FactId
  readonly kind: CardKind
  /** What is asked of the front: "Managed By", "means". */
  readonly cue: string
  readonly front: string
  readonly back: string
}
