import { useDeferredValue, useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { Mark } from '../../engines/search/marks.ts'
import type { EntryKind } from '../../engines/search/search-entry.ts'
import { search } from '../../engines/search/search-index.ts'
import type { Hit, SearchIndex } from '../../engines/search/search-index.ts'
import { cardsPage, factPage, factQuizPage, topicPage } from '../../model/page.ts'
import { useQuizzable } from '../../stores/use-quizzable.ts'
import { Button } from '../ui/button.tsx'
import styles from './search.module.css'

const KINDS: Readonly<Record<EntryKind, string>> = {
  term: 'Term',
  scenario: 'Scenario',
  row: 'Table row',
  section: 'Section',
  tip: 'Tip',
  trap: 'Trap',
  step: 'Step',
  member: 'List entry',
}

interface Props {
  readonly index: SearchIndex
  readonly query: string
  readonly limit: number
  readonly onSuggestion: (query: string) => void
}

/** What the notes hold for a query: each hit opens its place, its cards, or a question. */
export function HitList({ index, query, limit, onSuggestion }: Props) {
  const asked = useDeferredValue(query)
  const { hits, didYouMean } = useMemo(() => search(index, asked, limit), [index, asked, limit])
  const isAsked = asked.trim() !== ''
  return (
    <>
      <p className={styles['said']} role="status">
        {isAsked && hits.length === 0 && `Nothing in the notes for “${asked.trim()}”.`}
        {isAsked &&
          hits.length > 0 &&
          `${hits.length === limit ? `The best ${limit}` : hits.length} ${hits.length === 1 ? 'hit' : 'hits'}`}
      </p>
      {didYouMean !== null && (
        <p className={styles['suggestion']}>
          <Button look="quiet" onClick={() => onSuggestion(didYouMean)}>
            Did you mean “{didYouMean}”?
          </Button>
        </p>
      )}
      <ol className={styles['hits']} onKeyDown={moveAmongHits}>
        {hits.map((hit) => (
          <li key={hit.entry.id} className={styles['hit']}>
            <HitView hit={hit} />
          </li>
        ))}
      </ol>
    </>
  )
}

function HitView({ hit }: { readonly hit: Hit }) {
  const { entry, titleMarks, textMarks } = hit
  const quizzable = useQuizzable(entry.topic)
  const askable = entry.facts.filter((fact) => quizzable.has(fact))
  const place = entry.fact === null ? topicPage(entry.topic, entry.section) : factPage(entry.fact)
  return (
    <>
      <p className={styles['kind']}>
        {KINDS[entry.kind]} · {entry.context}
      </p>
      <p className={styles['title']}>
        <Link to={place} data-hit="">
          <Marked text={entry.title} marks={titleMarks} />
        </Link>
      </p>
      {entry.text !== '' && (
        <p className={styles['text']}>
          <Marked text={entry.text} marks={textMarks} />
        </p>
      )}
      {entry.facts.length > 0 && (
        <p className={styles['asks']}>
          <Link to={cardsPage(entry.facts)} aria-label={`Card: ${entry.title}`}>
            Card
          </Link>
          {askable.length > 0 && (
            <Link to={factQuizPage(askable)} aria-label={`Question: ${entry.title}`}>
              Question
            </Link>
          )}
        </p>
      )}
    </>
  )
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ from, to }, place) => (
        <span key={from}>
          {text.slice(marks[place - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  )
}

/** The arrows go from hit to hit; Tab also stops at what each hit offers. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement))
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
