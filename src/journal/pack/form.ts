/**
 * Many events in few bytes: some seven a review. Layout (docs/journal-format.md):
 *
 *     magic, version · names · kinds of cards · for each 1,024 events: their bytes
 *
 * Each part stands between its length and its checksum.
 *
 * A block can be read without the blocks before it, so damage costs one block; damage to the names costs the pack.
 */
export const MAGIC = 0x52
export const PACK_VERSION = 1
/** Events of a block. */
export const BLOCK = 1_024

/** How an event is written; the two lowest bits of its first byte. */
export const FORM = { whole: 0, review: 1, reviewOfCard: 2, other: 3 } as const
/** Bit: the event follows the one before it, of the same page. */
export const FOLLOWS = 0x10
/** Bit: the clock stood as far from UTC as at the event before. */
export const SAME_OFFSET = 0x20
/** Between a fact's id and the kind of a card, in a card's id. */
export const CARD_MARK = '~'

/** Where the events before have left off. */
export interface Trail {
  writer: string
  count: number
  /** Null at the beginning of a block. */
  at: number | null
  offset: number
}

export const newTrail = (): Trail => ({ writer: '', count: 0, at: null, offset: 0 })

/** First byte of a value. */
export const FIRST = { null: 0, false: 1, true: 2, whole: 3, double: 4, text: 5, list: 6, record: 7 } as const
