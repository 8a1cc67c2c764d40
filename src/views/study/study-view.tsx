import { Link } from 'react-router'
import type { Manifest, TopicEntry } from '../../model/course.ts'
import type { CourseId } from '../../model/ids.ts'
import type { Outline, SectionEntry } from '../../model/outline.ts'
import { topicPage } from '../../model/page.ts'
import { today } from '../../stores/clock.ts'
import { memoriesOf, standingOf } from '../../stores/progress.ts'
import { useCourses, useJournal, useServices } from '../../stores/services.ts'
import { useOutlines } from '../../stores/use-outlines.ts'
import { Meter } from '../ui/meter.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { CoverageMap } from './coverage-map.tsx'
import styles from './study.module.css'

/** The contents of every course, with how far each section is known, and what of the exam guide they cover. */
export function StudyView() {
  const manifests = useCourses((state) => state.manifests)
  const outlines = useOutlines()
  if (outlines.kind === 'failed') return <Waiting title="Study" state={outlines} />
  // The screen is the same one before and after: its heading takes the focus once.
  const contents = new Map<CourseId, Outline>(
    outlines.kind === 'ready' ? outlines.value.map((outline) => [outline.id, outline]) : [],
  )
  return (
    <Page
      title="Study"
      lead="The notes, section by section. The bar shows the facts you have met; its darker part is strong."
    >
      {outlines.kind === 'ready' &&
        manifests.map((course) => <CourseContents key={course.id} course={course} outline={contents.get(course.id)} />)}
    </Page>
  )
}

interface CourseParts {
  readonly course: Manifest
  readonly outline: Outline | undefined
}

function CourseContents({ course, outline }: CourseParts) {
  const learned = useJournal((state) => state.learned)
  const next = course.topics.find(({ id, facts }) => memoriesOf(learned, id).length < facts)
  const sections = new Map(outline?.topics.map((topic) => [topic.id, topic.sections]))
  return (
    <section className={styles['topics']} aria-label={course.title}>
      {course.topics.map((topic) => (
        <TopicContents
          key={topic.id}
          topic={topic}
          sections={sections.get(topic.id) ?? []}
          isOpen={course.topics.length === 1 || topic.id === next?.id}
        />
      ))}
      {course.blueprint !== null && outline !== undefined && outline.objectives.length > 0 && (
        <CoverageMap domains={course.blueprint.domains} outline={outline} />
      )}
    </section>
  )
}

interface TopicParts {
  readonly topic: TopicEntry
  readonly sections: readonly SectionEntry[]
  /** Whether its sections are shown at first: a long list of all of them would hide where to go on. */
  readonly isOpen: boolean
}

function TopicContents({ topic, sections, isOpen }: TopicParts) {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const whole = standingOf(memoriesOf(learned, topic.id), today(clock))
  const shown = sections.filter(({ level }) => level > 1)
  return (
    <Panel aria-labelledby={topic.id}>
      <div className={styles['topicHead']}>
        <h2 id={topic.id}>
          <Link to={topicPage(topic.id)}>{topic.title}</Link>
        </h2>
        <span className={styles['count']}>
          {whole.seen} of {topic.facts} facts met, {whole.strong} strong
        </span>
      </div>
      <Meter seen={whole.seen} strong={whole.strong} total={topic.facts} label={topic.title} />
      {shown.length > 0 && (
        <details open={isOpen} className={styles['folded']}>
          <summary>
            {shown.length === 1 ? 'One section' : `${shown.length} sections`}
            <span className={styles['unseen']}> of {topic.title}</span>
          </summary>
          <ul className={styles['sections']}>
            {shown.map((section) => (
              <li key={section.id}>
                <SectionLine topic={topic} section={section} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function SectionLine({ topic, section }: { readonly topic: TopicEntry; readonly section: SectionEntry }) {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const { seen, strong } = standingOf(memoriesOf(learned, topic.id, section.id), today(clock))
  const label = section.number === '' ? section.title : `${section.number} ${section.title}`
  return (
    <Link
      to={topicPage(topic.id, section.id)}
      className={section.level > 2 ? `${styles['section']} ${styles['sub']}` : styles['section']}
    >
      <span className={styles['name']}>{label}</span>
      {section.facts > 0 ? <Meter seen={seen} strong={strong} total={section.facts} label={section.title} /> : <span />}
      <span className={styles['count']}>{section.facts > 0 ? `${seen} / ${section.facts}` : ''}</span>
    </Link>
  )
}
