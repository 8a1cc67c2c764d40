import { Link } from 'react-router'
import { domainOf } from '../../model/course.ts'
import type { Domain } from '../../model/course.ts'
import type { Coverage, Outline } from '../../model/outline.ts'
import { PAGES, topicPage } from '../../model/page.ts'
import { Panel } from '../ui/panel.tsx'
import styles from './study.module.css'

interface MapParts {
  readonly domains: readonly Domain[]
  readonly outline: Outline
}

/** Every objective of the exam, with the places in the notes that speak of it. */
export function CoverageMap({ domains, outline }: MapParts) {
  const { id, objectives } = outline
  const covered = objectives.filter(isCovered)
  return (
    <Panel aria-labelledby={`coverage-${id}`}>
      <div className={styles['topicHead']}>
        <h2 id={`coverage-${id}`}>The exam guide, objective by objective</h2>
        <span className={styles['count']}>
          {covered.length} of {objectives.length} objectives covered
        </span>
      </div>
      {outline.about.length > 0 && (
        <p className={styles['lead']}>
          <Link to={PAGES.about}>What this course covers, and how far it can be relied on</Link>
        </p>
      )}
      {domains.map((domain) => (
        <DomainCoverage key={domain.number} domain={domain} outline={outline} />
      ))}
    </Panel>
  )
}

function DomainCoverage({ domain, outline }: { readonly domain: Domain; readonly outline: Outline }) {
  const own = outline.objectives.filter(({ id }) => domainOf(id) === domain.number)
  if (own.length === 0) return null
  const taskOf = (objective: Coverage) => objective.id.split('.').slice(0, 2).join('.')
  const tasks = [...new Set(own.map(taskOf))]
  return (
    <details className={styles['folded']}>
      <summary>
        {domain.number} {domain.title}: {own.filter(isCovered).length} of {own.length}
      </summary>
      {tasks.map((number) => (
        <section key={number} className={styles['task']} aria-labelledby={`${outline.id}-task-${number}`}>
          <h3 id={`${outline.id}-task-${number}`}>
            {number} {outline.tasks.find((task) => task.number === number)?.title}
          </h3>
          <ul className={styles['objectives']}>
            {own
              .filter((objective) => taskOf(objective) === number)
              .map((objective) => (
                <li key={objective.id}>
                  <ObjectiveLine objective={objective} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

function ObjectiveLine({ objective }: { readonly objective: Coverage }) {
  const { id, title, sections, items } = objective
  return (
    <>
      <p className={styles['objective']}>
        <span className={styles['number']}>{id}</span> {title}
        {items > 0 && <span className={styles['count']}> · {items === 1 ? 'one question' : `${items} questions`}</span>}
      </p>
      {sections.length === 0 ? (
        <p className={styles['missing']}>The notes do not cover it.</p>
      ) : (
        <ul className={styles['places']}>
          {sections.map(({ topic, section, title: heading }) => (
            <li key={`${topic}#${section}`}>
              <Link to={topicPage(topic, section)}>{heading}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const isCovered = ({ sections }: Coverage): boolean => sections.length > 0
