import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { cardsOf } from '../../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../../engines/cards/session.ts'
import type { Card } from '../../model/card.ts'
import type { Fact } from '../../model/fact.ts'
import { cardsPage, factPage } from '../../model/page.ts'
import type { Topic } from '../../model/topic.ts'
import { today } from '../../stores/clock.ts'
import { useJournal, useServices } from '../../stores/services.ts'
import { useAllTopics } from '../../stores/use-topics.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './browse.module.css'

const PAGE = 100

/** Every card of the notes, with when it is due. */
export function BrowseView() {
  const topics = useAllTopics()
  if (topics.kind !== 'ready') return <Waiting title="All cards" state={topics} />
  return <CardList topics={topics.value} />
}

function CardList({ topics }: { readonly topics: readonly Topic[] }) {
  const [shown, setShown] = useState(PAGE)
  const cards = useMemo(() => {
    const facts = topics.flatMap((topic) => topic.facts)
    const sets = groupBySet(facts)
    return facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []).map((card) => ({ card, fact })))
  }, [topics])
  return (
    <Page
      title="All cards"
      lead={`${cards.length} cards, made from ${new Set(cards.map(({ fact }) => fact)).size} facts of the notes.`}
    >
      <ul className={styles['cards']}>
        {cards.slice(0, shown).map(({ card, fact }) => (
          <CardLine key={card.id} card={card} fact={fact} />
        ))}
      </ul>
      {shown < cards.length && <Button onClick={() => setShown(shown + PAGE)}>Show {PAGE} more</Button>}
    </Page>
  )
}

function CardLine({ card, fact }: { readonly card: Card; readonly fact: Fact }) {
  const { clock } = useServices()
  const memory = useJournal(({ learned }) => learned.memories.get(fact.id))
  const days = memory === undefined ? null : memory.dueOn - today(clock)
  return (
    <li className={styles['card']}>
      <p className={styles['cue']}>
        {fact.path.at(-1)} · {card.cue}
      </p>
      <p className={styles['front']}>{card.front}</p>
      <p>{card.back}</p>
      <p className={styles['foot']}>
        <span>{days === null ? 'New' : days <= 0 ? 'Due' : days === 1 ? 'Due tomorrow' : `Due in ${days} days`}</span>
        <Link to={cardsPage([fact.id])}>Ask</Link>
        <Link to={factPage(fact.id)}>Notes</Link>
      </p>
    </li>
  )
}
