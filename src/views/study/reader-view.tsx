import { useEffect, useMemo, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import type { NoteId, TopicId } from '../../model/ids.ts'
import { topicPage } from '../../model/page.ts'
import type { Section, Topic } from '../../model/topic.ts'
import { topicIds } from '../../stores/course-store.ts'
import { useCourses } from '../../stores/services.ts'
import { useQuizzable } from '../../stores/use-quizzable.ts'
import { useTopics } from '../../stores/use-topics.ts'
import { NotFoundView } from '../ui/not-found-view.tsx'
import { useArrival, useTitle } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { BlockView } from './block-view.tsx'
import { ReaderContext } from './reader-context.ts'
import type { Reader } from './reader-context.ts'
import styles from './reader.module.css'

/** One topic of the notes, to read. */
export function ReaderView() {
  const { '*': name = '' } = useParams()
  const manifests = useCourses((state) => state.manifests)
  const id = topicIds(manifests).find((topic) => topicPage(topic) === `/study/${name.replace(/\/$/, '')}`)
  const isRestoring = useCourses((state) => state.isRestoring)
  if (id === undefined && isRestoring) return <Waiting title="Study" state={{ kind: 'loading' }} />
  if (id === undefined) return <NotFoundView what="topic" />
  return <LoadedTopic id={id} />
}

function LoadedTopic({ id }: { readonly id: TopicId }) {
  const topics = useTopics(useMemo(() => [id], [id]))
  if (topics.kind !== 'ready') return <Waiting title="Study" state={topics} />
  const [topic] = topics.value
  return topic === undefined ? null : <TopicText topic={topic} />
}

function TopicText({ topic }: { readonly topic: Topic }) {
  useTitle(topic.title)
  const heading = useArrival()
  useHashTarget(topic)
  const reader = useReaderOf(topic)
  const [title, ...sections] = topic.sections
  return (
    <ReaderContext value={reader}>
      <div className={styles['layout']}>
        <h1 ref={heading} className={styles['title']} tabIndex={-1}>
          {topic.title}
        </h1>
        <Contents topic={topic} />
        <article className={styles['text']}>
          {title?.blocks.map((block, index) => (
            <BlockView key={index} block={block} title={title.title} />
          ))}
          {sections.map((section) => (
            <SectionView key={section.id} section={section} />
          ))}
        </article>
      </div>
    </ReaderContext>
  )
}

/** What the blocks share. */
function useReaderOf(topic: Topic): Reader {
  const quizzable = useQuizzable(topic.id)
  return useMemo(() => {
    const order = new Map<NoteId, number>(topic.notes.map(({ id }, index) => [id, index + 1]))
    return {
      notes: new Map(topic.notes.map((note) => [note.id, note])),
      numberOf: (note: NoteId) => order.get(note) ?? 0,
      quizzable,
    }
  }, [topic, quizzable])
}

function Contents({ topic }: { readonly topic: Topic }) {
  // Open beside the text on a wide screen; folded above it on a narrow one.
  const [isWide] = useState(() => window.matchMedia('(width >= 64rem)').matches)
  return (
    <nav className={styles['contents']} aria-label="Sections">
      <details open={isWide}>
        <summary>Sections</summary>
        <ol>
          {topic.sections
            .filter(({ level }) => level === 2 || level === 3)
            .map(({ id, level, number, title }) => (
              <li key={id} className={level === 3 ? styles['sub'] : undefined}>
                <Link to={`#${id}`}>{number === '' ? title : `${number} ${title}`}</Link>
              </li>
            ))}
        </ol>
      </details>
    </nav>
  )
}

function SectionView({ section }: { readonly section: Section }) {
  const Heading = section.level <= 2 ? 'h2' : section.level === 3 ? 'h3' : 'h4'
  return (
    <section className={styles['section']} aria-labelledby={section.id}>
      <Heading id={section.id} className={styles['heading']} tabIndex={-1}>
        {section.number !== '' && <span className={styles['number']}>{section.number}</span>}
        {section.title}
      </Heading>
      {section.blocks.map((block, index) => (
        <BlockView key={index} block={block} title={section.title} />
      ))}
    </section>
  )
}

/** Brings the row or section that the address names into view, and marks it. */
function useHashTarget(topic: Topic): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    const element = document.getElementById(anchorIn(hash))
    if (element === null) return
    element.scrollIntoView({ block: element.tagName === 'TD' ? 'center' : 'start' })
    element.setAttribute('data-target', '')
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
    element.focus({ preventScroll: true })
    return () => element.removeAttribute('data-target')
  }, [hash, key, topic.id])
}

/** The id that the end of an address names; anybody may have written it. */
function anchorIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
