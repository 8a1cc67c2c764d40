import { sectionId } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'
import type { Place } from '../model/item.ts'
import type { Section, Topic } from '../model/topic.ts'

/** What of a topic a link can lead to. */
export type LinkedTopic = Pick<Topic, 'id' | 'file' | 'sections' | 'facts'>

/** A link from an items file to the notes: `../domain-5.md#amazon-macie`. */
const LINK = /^\.\.\/([^/?#]+)(?:#(.*))?$/

/** The place in the notes that a link means. Null for a place that is not there; undefined for any other link. */
export function placeLinked(href: string, topics: readonly LinkedTopic[]): Place | null | undefined {
  const [, file, anchor = ''] = LINK.exec(href) ?? []
  if (file === undefined) return undefined
  const topic = topics.find(
    ({ file: path }) => encodeURI(path.slice(path.lastIndexOf('/') + 1)) === encodeURI(plain(file)),
  )
  const section =
    topic === undefined ? undefined : anchor === '' ? topic.sections[0] : anchorsOf(topic).get(plain(anchor))
  if (topic === undefined || section === undefined) return null
  return { topic: topic.id, section: section.id, anchor: section.id, file: topic.file, line: section.line }
}

/** A place in an items file: no page shows it. */
export function placeInFile(topic: TopicId, file: string, line: number): Place {
  return { topic, section: sectionId(''), anchor: '', file, line }
}

const known = new WeakMap<LinkedTopic, ReadonlyMap<string, Section>>()

/**
 * The sections by the app's name for their headings, or by the one that GitHub gives them: there its number is a part
 * of it. Where several would do, the first has it.
 */
function anchorsOf(topic: LinkedTopic): ReadonlyMap<string, Section> {
  const before = known.get(topic)
  if (before !== undefined) return before
  const anchors = new Map<string, Section>()
  for (const section of topic.sections) {
    const { id, number, title } = section
    for (const anchor of [id, gitHubAnchor(title), gitHubAnchor(`${number} ${title}`)]) {
      if (!anchors.has(anchor)) anchors.set(anchor, section)
    }
  }
  known.set(topic, anchors)
  return anchors
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
