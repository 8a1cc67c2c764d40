import type { Fact, FactKind } from '../../model/fact.ts'
import { distinct, folded } from '../../model/ids.ts'
import type { FactId } from '../../model/ids.ts'
import { hashOf } from '../../model/random.ts'

/** A text by which it is known again, without the text. */
export interface Mark {
  /** Hash of all its words in order. */
  readonly whole: string
  /** How many different words it has that carry meaning. */
  readonly size: number
  /** Hashes of some of these words: the same ones from every text, so that two marks can be compared. */
  readonly sample: readonly string[]
}

/** What is remembered of a fact to know it again under another name. */
export interface Fingerprint {
  readonly id: FactId
  readonly topic: string
  readonly section: string
  readonly kind: FactKind
  /** In small letters, joined by hyphens. */
  readonly attribute: string
  readonly subject: string
  /** “~2” where an earlier fact of the section asks the same, else empty. */
  readonly copy: string
  readonly value: Mark
  /** Hash of the heading above that of its section. */
  readonly under: string
}

/** Words of the sample; a longer text is judged by part of its words. */
const SAMPLE = 8
const LETTERS = 3

const FILLERS = new Set(
  `a an the of to in on at by for from with and or as is are be been it its this that these those which who whom what
  when where how your you our we they their them he she his her will would can could may might should must do does did
  has have had into onto over under up out than then so such also via per each`.split(/\s+/),
)

/** The words of a folded text that carry meaning; all of them where none does. */
export function wordsOf(text: string): readonly string[] {
  const words = [...new Set(text.split('-').filter((word) => word !== ''))]
  const meaning = words.filter((word) => !FILLERS.has(word))
  return meaning.length === 0 ? words : meaning
}

/** Whether a fact of the same id says the same. */
export function isUnchanged({ value }: Fact, print: Fingerprint): boolean {
  return wholeOf(folded(value)) === print.value.whole
}

const wholeOf = (text: string): string => hashOf(text).toString(36)

function markOf(text: string): Mark {
  const whole = folded(text)
  const words = wordsOf(whole)
  const sample = [...new Set(words.map(wordMark))].toSorted().slice(0, SAMPLE)
  return { whole: wholeOf(whole), size: words.length, sample }
}

/** The mark that a word leaves in a sample. */
function wordMark(word: string): string {
  return (hashOf(word) % 36 ** LETTERS).toString(36).padStart(LETTERS, '0')
}

/** How much two texts have in common, 0 to 1: words in both as a share of the words in either. */
export function alikeness(one: Mark, other: Mark): number {
  if (one.whole === other.whole) return 1
  const both = new Set([...one.sample, ...other.sample])
  // Of both texts together the first marks are known for sure; beyond them a missing mark says nothing.
  const known = [...both].toSorted().slice(0, SAMPLE)
  const shared = known.filter((mark) => one.sample.includes(mark) && other.sample.includes(mark))
  return known.length === 0 ? 0 : Math.min(0.95, shared.length / known.length)
}

export function fingerprintOf({ id, topic, section, kind, attribute, subject, value, path }: Fact): Fingerprint {
  const copy = /~\d+$/.exec(id)?.[0] ?? ''
  return {
    id,
    topic,
    section,
    kind,
    attribute: folded(attribute),
    subject: folded(subject),
    copy,
    value: markOf(value),
    under: hashOf(folded(path.at(-2) ?? '')).toString(36),
  }
}

/** The parts of a fact's id. Null when it is no such id. */
export function partsOf(id: FactId): Omit<Fingerprint, 'id' | 'value' | 'under'> | null {
  const [, topic, section, kind, attribute, subject, copy = ''] =
    /^([^#]+)#([^/]*)\/([a-z]+)\/([^/]*)\/([^/~]*)(~\d+)?$/.exec(id) ?? []
  const known = KINDS.find((each) => each === kind)
  if (topic === undefined || section === undefined || attribute === undefined || subject === undefined) return null
  return known === undefined ? null : { topic, section, kind: known, attribute, subject, copy }
}

const KINDS: readonly FactKind[] = ['relation', 'term', 'scenario', 'trap', 'concept', 'membership', 'step']

/** Whether a folded text can be had back from the part of the id that was made of it. */
export function isPlain(text: string): boolean {
  return distinct(text) === text
}
