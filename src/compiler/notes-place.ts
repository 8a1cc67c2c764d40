import { sectionId } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'
import type { Place } from '../model/item.ts'
import type { Section, Topic } from '../model/topic.ts'

/** What of a topic a link can lead to. */
export type LinkedTopic = Pick<Topic, 'id' | 'file' | 'sections'>

/** A link from an items file to the notes: `../domain-5.md#amazon-macie`. */
const LINK = /^\.\.\/([^/?#]+)(?:#(.*))?$/

/** The place in the notes that a link means. Null for a place that is not there; undefined for any other link. */
export function placeLinked(href: string, topics: readonly LinkedTopic[]): Place | null | undefined {
  const [, file, anchor = ''] = LINK.exec(href) ?? []
  if (file === undefined) return undefined
  const topic = topics.find(
    ({ file: path }) => encodeURI(path.slice(path.lastIndexOf('/') + 1)) === encodeURI(plain(file)),
  )
  const section = topic?.sections.find((each, index) => (anchor === '' ? index === 0 : isMeant(each, plain(anchor))))
  if (topic === undefined || section === undefined) return null
  return { topic: topic.id, section: section.id, anchor: section.id, file: topic.file, line: section.line }
}

/** A place in an items file: no page shows it. */
export function placeInFile(topic: TopicId, file: string, line: number): Place {
  return { topic, section: sectionId(''), anchor: '', file, line }
}

/** By the app's name for the heading, or by the one that GitHub gives it: there its number is a part of it. */
function isMeant({ id, number, title }: Section, anchor: string): boolean {
  return anchor === id || anchor === gitHubAnchor(title) || anchor === gitHubAnchor(`${number} ${title}`)
}

function gitHubAnchor(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function plain(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
