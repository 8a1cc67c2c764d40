import { CircleHelp, Layers } from 'lucide-react'
import { Link } from 'react-router'
import type { FactId } from '../../model/ids.ts'
import { cardsPage, factQuizPage } from '../../model/page.ts'
import styles from './ask-links.module.css'
import { useReader } from './reader-context.ts'

/** Opens facts as cards or as a question, from where they stand. */
export function AskLinks({ facts, about }: { readonly facts: readonly FactId[]; readonly about: string }) {
  const { quizzable } = useReader()
  if (facts.length === 0) return null
  const askable = facts.filter((fact) => quizzable.has(fact))
  return (
    <span className={styles['links']}>
      <Link className={styles['link']} to={cardsPage(facts)} aria-label={`Card: ${about}`} title="As a card">
        <Layers size={18} aria-hidden />
      </Link>
      {askable.length > 0 && (
        <Link
          className={styles['link']}
          to={factQuizPage(askable)}
          aria-label={`Question: ${about}`}
          title="As a question"
        >
          <CircleHelp size={18} aria-hidden />
        </Link>
      )}
    </span>
  )
}
