import { Link } from 'react-router'
import type { SectionEntry, TopicEntry } from '../../model/course.ts'
import { topicPage } from '../../model/page.ts'
import { today } from '../../stores/clock.ts'
import { memoriesOf, standingOf } from '../../stores/progress.ts'
import { useCourses, useJournal, useServices } from '../../stores/services.ts'
import { Meter } from '../ui/meter.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './study.module.css'

/** The contents of every course, with how far each section is known. */
export function StudyView() {
  const manifests = useCourses((state) => state.manifests)
  return (
    <Page
      title="Study"
      lead="The notes, section by section. The bar shows the facts you have met; its darker part is strong."
    >
      {manifests.map((course) => (
        <section key={course.id} className={styles['topics']} aria-label={course.title}>
          {course.topics.map((topic) => (
            <TopicContents key={topic.id} topic={topic} />
          ))}
        </section>
      ))}
    </Page>
  )
}

function TopicContents({ topic }: { readonly topic: TopicEntry }) {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const whole = standingOf(memoriesOf(learned, topic.id), today(clock))
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
      <ul className={styles['sections']}>
        {topic.sections
          .filter(({ level }) => level > 1)
          .map((section) => (
            <li key={section.id}>
              <SectionLine topic={topic} section={section} />
            </li>
          ))}
      </ul>
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
