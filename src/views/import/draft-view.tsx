import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { PAGES } from '../../model/page.ts'
import type { Draft } from '../../stores/import-store.ts'
import { useImports } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Counts } from '../ui/counts.tsx'
import { Exhibit } from '../ui/exhibit.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import.module.css'
import { LintReport } from './lint-report.tsx'
import { RefusedFiles } from './step-view.tsx'

/** What the notes would become, before they are kept. */
export function DraftView({ draft }: { readonly draft: Draft }) {
  const cancel = useImports((state) => state.cancel)
  const keep = useImports((state) => state.keep)
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { course, preview, questions, diagnostics, refused, replaces, renames } = draft
  const isEmpty = preview.facts === 0 && course.topics.every(({ items }) => items.length === 0)
  return (
    <>
      <Panel aria-labelledby="draft">
        <h2 id="draft" ref={heading} tabIndex={-1}>
          {isEmpty ? 'Nothing to learn was found in these notes' : 'What these notes become'}
        </h2>
        <Counts
          counts={[
            counted('topic', course.topics.length),
            counted('fact', preview.facts),
            counted('card', preview.cards),
            questions === null ? { name: 'questions, being made', count: '…' } : counted('question', questions.items),
          ]}
        />
        {renames.length > 0 && (
          <p>
            {renames.length === 1
              ? 'One fact was reworded or moved; its history follows.'
              : `${renames.length} facts were reworded or moved; their history follows.`}
          </p>
        )}
        <RefusedFiles refused={refused} />
        <form
          className={styles['keep']}
          onSubmit={(event) => {
            event.preventDefault()
            const title = new FormData(event.currentTarget).get('title')
            void keep((typeof title === 'string' ? title.trim() : '') || course.title).then(() => navigate(PAGES.study))
          }}
        >
          <label>
            Name of the course
            <input type="text" name="title" required maxLength={120} defaultValue={replaces?.title ?? titleOf(draft)} />
          </label>
          <ButtonRow>
            <Button look="primary" type="submit">
              {replaces === null ? 'Keep this course' : 'Replace the old version'}
            </Button>
            <Button onClick={cancel}>Put away</Button>
          </ButtonRow>
        </form>
      </Panel>
      {!isEmpty && <Samples draft={draft} />}
      <LintReport diagnostics={[...diagnostics, ...(questions?.diagnostics ?? [])]} />
    </>
  )
}

/** One topic names the course; of several, the folder or the blueprint does. */
function titleOf({ course }: Draft): string {
  const [only, ...others] = course.topics
  return only !== undefined && others.length === 0 && course.title === course.id ? only.title : course.title
}

function Samples({ draft }: { readonly draft: Draft }) {
  const { sampleCards } = draft.preview
  const sampleItems = draft.questions?.sampleItems ?? []
  return (
    <Panel aria-labelledby="samples">
      <h2 id="samples">For example</h2>
      <ul className={styles['samples']}>
        {sampleCards.map((card) => (
          <li key={card.id}>
            <p className={styles['cue']}>Card · {card.cue}</p>
            <p>
              <strong>{card.front}</strong> – {card.back}
            </p>
          </li>
        ))}
        {sampleItems.map((item) => (
          <li key={item.id}>
            <p className={styles['cue']}>Question</p>
            <p>
              <strong>{item.stem}</strong>
            </p>
            <Exhibit of={item} />
            <ul className={styles['options']}>
              {item.options.map((option) => (
                <li key={option.id}>
                  {option.text}
                  {option.correct && <span className={styles['right']}> (right)</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function counted(name: string, count: number) {
  return { name: count === 1 ? name : `${name}s`, count }
}
