import { topicId, topicName } from './ids.ts'
import type { AttemptId, FactId, SectionId, TopicId } from './ids.ts'
import type { ResultList } from './result-list.ts'

/** Addresses of the app's pages, without the base they are served under. */
export const PAGES = {
  today: '/',
  study: '/study',
  cards: '/cards',
  browse: '/cards/browse',
  quiz: '/quiz',
  newQuiz: '/quiz/new',
  history: '/quiz/history',
  search: '/search',
  progress: '/progress',
  import: '/import',
  settings: '/settings',
  about: '/about',
} as const

/** The built-in course's topics stand at their file's name; those of other courses carry the course's name before theirs. */
const BUILT_IN = 'aif-c01/'

export function topicPage(topic: TopicId, place: SectionId | string = ''): string {
  const name = topic.startsWith(BUILT_IN) ? topicName(topic) : topic
  return `${PAGES.study}/${name}${place === '' ? '' : `#${place}`}`
}

export const attemptPage = (attempt: AttemptId): string => `${PAGES.quiz}/${attempt}`
export const resultPage = (attempt: AttemptId): string => `${PAGES.quiz}/${attempt}/result`

/** The anchor of a fact in its topic's page. */
export function anchorOf(fact: FactId): string {
  return fact.slice(fact.indexOf('#') + 1)
}

/** The topic that a fact belongs to: its id begins with it. */
function topicOf(fact: FactId): TopicId {
  return topicId(fact.slice(0, fact.indexOf('#')))
}

/** The place in the notes where a fact is written. */
export function factPage(fact: FactId): string {
  return topicPage(topicOf(fact), anchorOf(fact))
}

/** A session of the cards of some facts. */
export function cardsPage(facts: readonly FactId[]): string {
  return `${PAGES.cards}?${query(facts)}`
}

/** Two attempts beside each other. */
export const comparePage = (one: AttemptId, other: AttemptId): string =>
  `${PAGES.history}?compare=${encodeURIComponent(one)}&compare=${encodeURIComponent(other)}`

/** A practice of a part of an attempt. The journal knows what that is; an address could not hold it all. */
export const missedQuizPage = (attempt: AttemptId, list: ResultList = 'wrong'): string =>
  `${PAGES.newQuiz}?missed=${encodeURIComponent(attempt)}${list === 'wrong' ? '' : `&list=${list}`}&mode=practice`

/** The cards about what was missed in an attempt. */
export const missedCardsPage = (attempt: AttemptId): string => `${PAGES.cards}?missed=${encodeURIComponent(attempt)}`

/** A practice of the questions about some facts. */
export function factQuizPage(facts: readonly FactId[]): string {
  return `${PAGES.newQuiz}?${query(facts)}&mode=practice`
}

const query = (facts: readonly FactId[]): string => facts.map((fact) => `fact=${encodeURIComponent(fact)}`).join('&')
