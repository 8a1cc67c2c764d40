import type { CourseId } from '../../model/ids.ts'
import type { Manifest } from '../../model/course.ts'
import type { Outline } from '../../model/outline.ts'
import type { Note, Topic, Verdict } from '../../model/topic.ts'
import { useCourses } from '../../stores/services.ts'
import { useOutlines } from '../../stores/use-outlines.ts'
import { useAllTopics } from '../../stores/use-topics.ts'
import { Counts } from '../ui/counts.tsx'
import { InlineText } from '../ui/inline-text.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { BlockView } from './block-view.tsx'
import styles from './study.module.css'

/** What each course covers, where it comes from, and how far it can be relied on. */
export function AboutView() {
  const manifests = useCourses((state) => state.manifests)
  const outlines = useOutlines()
  if (outlines.kind === 'failed') return <Waiting title="About the courses" state={outlines} />
  const contents = new Map<CourseId, Outline>(
    outlines.kind === 'ready' ? outlines.value.map((outline) => [outline.id, outline]) : [],
  )
  return (
    <Page
      title="About the courses"
      width="narrow"
      lead="What each course covers, what it rests on, and how far it can be relied on."
    >
      {outlines.kind === 'ready' &&
        manifests.map((course) => <AboutCourse key={course.id} course={course} outline={contents.get(course.id)} />)}
    </Page>
  )
}

interface Parts {
  readonly course: Manifest
  readonly outline: Outline | undefined
}

function AboutCourse({ course, outline }: Parts) {
  const { id, title, topics, blueprint } = course
  const objectives = outline?.objectives ?? []
  const covered = objectives.filter(({ sections }) => sections.length > 0)
  return (
    <Panel aria-labelledby={`about-${id}`}>
      <h2 id={`about-${id}`}>{title}</h2>
      <Counts
        counts={[
          ...(objectives.length > 0
            ? [{ name: 'objectives covered', count: `${covered.length} of ${objectives.length}`, mark: 'covered' }]
            : []),
          { name: 'facts', count: topics.reduce((sum, { facts }) => sum + facts, 0).toLocaleString('en') },
          { name: 'written questions', count: topics.reduce((sum, { items }) => sum + items, 0), mark: 'written' },
        ]}
      />
      {blueprint !== null && (
        <p className={styles['prose']}>
          The exam {blueprint.code} has {blueprint.items} questions, of which {blueprint.scoredItems} are scored, and
          lasts {blueprint.minutes} minutes. It is passed with {blueprint.passMark} on a scale from{' '}
          {blueprint.scale.from} to {blueprint.scale.to.toLocaleString('en')}.
        </p>
      )}
      {outline?.about.map((part) => (
        <section key={part.title} className={styles['about']}>
          {part.title !== '' && <h3 className={styles['part']}>{part.title}</h3>}
          {part.blocks.map((block, index) => (
            <BlockView key={index} block={block} title={part.title} />
          ))}
        </section>
      ))}
      <Marked topics={topics.map((topic) => topic.id)} />
    </Panel>
  )
}

const MARKED: readonly (readonly [Verdict, string])[] = [
  ['disputed', 'Statements that a source contradicts. They are never asked'],
  ['correction', 'Statements that are imprecise or dated. The correction stands beside them'],
  ['scope', 'Statements about what the exam leaves out'],
]

/** The statements that carry a remark, so that nobody has to look for them. */
function Marked({ topics: own }: { readonly topics: readonly string[] }) {
  const topics = useAllTopics()
  if (topics.kind !== 'ready') return null
  const shown = topics.value.filter(({ id }) => own.includes(id))
  return MARKED.map(([verdict, name]) => {
    const count = shown.reduce((sum, topic) => sum + notesOf(topic, verdict).length, 0)
    return (
      count > 0 && (
        <details key={verdict} className={styles['folded']}>
          <summary>
            {name}: {count}
          </summary>
          {shown.map((topic) => (
            <MarkedIn key={topic.id} topic={topic} notes={notesOf(topic, verdict)} />
          ))}
        </details>
      )
    )
  })
}

function MarkedIn({ topic, notes }: { readonly topic: Topic; readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null
  return (
    <section>
      <h3 className={styles['part']}>{topic.title}</h3>
      <ul className={styles['marked']}>
        {notes.map(({ id, text }) => (
          <li key={id}>
            <InlineText text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const notesOf = ({ notes }: Topic, verdict: Verdict): readonly Note[] =>
  notes.filter((note) => note.verdict === verdict)
