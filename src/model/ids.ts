import { hashOf } from './random.ts'

/**
 * Identities. An id says *what* a thing is, never *where* it stands, so a learner's history survives when notes are
 * re-ordered. Ids are plain strings at run time and cannot be mixed up at compile time.
 */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** The name of a folder under `content/`: `aif-c01`. */
export type CourseId = Id<'CourseId'>
/** The content path without its ending: `aif-c01/domain-5`. */
export type TopicId = Id<'TopicId'>
/** A heading's anchor, unique in its topic: `kms-key-types`. */
export type SectionId = Id<'SectionId'>
/** The table or list that a fact stands in, with its siblings. */
export type SetId = Id<'SetId'>
/** `aif-c01/domain-5#kms-key-types/relation/managed-by/aws-managed-key`. */
export type FactId = Id<'FactId'>
/** The id of a fact, and the way it is asked. */
export type CardId = Id<'CardId'>
/** The id of the fact (or set) an item asks, and the shape of the question; of one from the notes, its words. */
export type ItemId = Id<'ItemId'>
/** Derived from an option's text, so it survives re-ordering. Unique in its item. */
export type OptionId = Id<'OptionId'>
/** What a learner typed as an answer. It stands where the options stand that were chosen. */
export type TypedText = Id<'TypedText'>
export type AttemptId = Id<'AttemptId'>
/** Writer and counter: `k3f9-12`. Unique over all devices and tabs. */
export type EventId = Id<'EventId'>
/** The label of a footnote in the notes: `e05`. */
export type NoteId = Id<'NoteId'>
/** An official objective number: `5.1.3`. */
export type ObjectiveId = Id<'ObjectiveId'>

export const courseId = (name: string): CourseId => name as CourseId
export const topicId = (path: string): TopicId => path as TopicId
export const sectionId = (anchor: string): SectionId => anchor as SectionId
export const noteId = (label: string): NoteId => label as NoteId
export const objectiveId = (number: string): ObjectiveId => number as ObjectiveId
export const eventId = (writer: string, counter: number): EventId => `${writer}-${counter}` as EventId
export const attemptId = (name: string): AttemptId => name as AttemptId
export const setIdOf = (text: string): SetId => text as SetId
export const factIdOf = (text: string): FactId => text as FactId
export const cardIdOf = (text: string): CardId => text as CardId
export const itemIdOf = (text: string): ItemId => text as ItemId
export const typedText = (text: string): TypedText => text as TypedText
export const optionIdOf = (text: string): OptionId => text as OptionId
export const eventIdOf = (text: string): EventId => text as EventId

/**
 * Names a fact by what it asks: where the heading stands and what the answer says play no part.
 *
 * @param nameOf `distinct`, or one that remembers what it was asked before: the facts of a row share their subject.
 */
export function factId(
  topic: TopicId,
  section: SectionId,
  kind: string,
  attribute: string,
  subject: string,
  nameOf: (text: string) => string = distinct,
): FactId {
  return `${topic}#${section}/${kind}/${nameOf(attribute)}/${nameOf(subject)}` as FactId
}

/** The slug; with a hash behind it where the slug alone would take “C++” for “C#”, or “schön” for “schon”. */
export function distinct(text: string): string {
  const lower = text.toLowerCase()
  // Most texts are of this kind, and both ways to fold them come to the same.
  if (PLAIN.test(lower)) return lower.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '')
  const own = slug(text)
  const exact = folded(text)
  return own === exact ? own : `${own}${own === '' ? '' : '-'}${hashOf(exact).toString(36)}`
}

/** Letters and digits of English, and signs that count in no comparison. */
const PLAIN = /^[a-z\d \-.,;:!?'"()[\]/\\&_]*$/

/** What of a text counts when two are compared: its words in small letters joined by hyphens, signs and accents kept. */
export function folded(text: string): string {
  if (ASCII.test(text)) return trimmed(text.toLowerCase().replace(/[ \-.,;:!?'"()[\]/\\&_]+/g, '-'))
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Pi}\p{Pf}.,;:!?'"()[\]/\\&_]+/gu, '-')
  return trimmed(words)
}

/** Names a table or list by its own words: column headings, or the sentence that introduces it. */
export const setId = (topic: TopicId, section: SectionId, name: string): SetId =>
  `${topic}#${section}/${slug(name)}` as SetId

export const cardId = (fact: FactId, kind: string): CardId => `${fact}~${kind}` as CardId
export const itemId = (asked: FactId | SetId, shape: string): ItemId => `${asked}?${shape}` as ItemId

/** Names the other way to ask an item: `…?choice~three`. */
export const variantId = (item: ItemId, shape: string): ItemId => `${item}~${shape}` as ItemId

/** The item that a variant is another way to ask of. */
export const plainId = (variant: ItemId): ItemId => variant.slice(0, Math.max(0, variant.lastIndexOf('~'))) as ItemId

/** Names a question of the notes by its words: its number and its answers play no part. */
export const questionId = (topic: TopicId, section: SectionId, stem: string): ItemId =>
  `${topic}#${section}/question/${distinct(stem)}` as ItemId

/** Longer names stand in every event of an attempt, and say no more. */
const WORDS_OF_NAME = 6

/** Names an authored item by its author's name for it, or by its words: then a reworded one is another item. */
export function authoredItemId(topic: TopicId, name: string | null, stem: string): ItemId {
  const words = slug(stem).split('-').slice(0, WORDS_OF_NAME).join('-')
  return `${topic}#items/${name === null ? `${words}-${hashOf(folded(stem)).toString(36)}` : slug(name)}` as ItemId
}

/** Whether an item is one that somebody wrote beside the notes. */
export const isAuthoredId = (id: ItemId): boolean => id.includes('#items/')

/** Names an option by its text: the same in every order, whatever becomes of the other options. */
export const optionId = (text: string): OptionId => hashOf(text).toString(36) as OptionId

/** The part of a topic's id after its course: what stands in the address of its page. */
export function topicName(topic: TopicId): string {
  return topic.slice(topic.indexOf('/') + 1)
}

/** Lower-case words joined by hyphens, in any script; empty only when the text holds no letter and no digit. */
export function slug(text: string): string {
  // Most words are plain, and every fact has a dozen: the signs of all scripts are looked for where there may be any.
  if (ASCII.test(text)) return trimmed(text.toLowerCase().replace(/[^a-z\d]+/g, '-'))
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return trimmed(words)
}

const ASCII = /^[ -~]*$/

const trimmed = (words: string): string => words.replace(/^-+|-+$/g, '')
