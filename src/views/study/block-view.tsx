import { notesIn } from '../../model/inline.ts'
import { anchorOf } from '../../model/page.ts'
import type { Block } from '../../model/topic.ts'
import { unreachable } from '../../model/unreachable.ts'
import { InlineText } from '../ui/inline-text.tsx'
import { AskLinks } from './ask-links.tsx'
import { Footnotes, NoteMark } from './footnotes.tsx'
import styles from './reader.module.css'
import { TableView } from './table-block.tsx'

/** Draws one block of the notes. */
export function BlockView({ block, title }: { readonly block: Block; readonly title: string }) {
  switch (block.kind) {
    case 'prose':
      return <ProseView block={block} />
    case 'list':
      return <ListView block={block} title={title} />
    case 'table':
      return <TableView block={block} title={title} />
    case 'callout':
      return <CalloutView block={block} title={title} />
    case 'code':
      return (
        <pre
          className={styles['code']}
          tabIndex={0}
          role="region"
          aria-label={`${codeLabel(block.language)}: ${title}`}
        >
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote className={styles['callout']}>
          {block.blocks.map((inner, index) => (
            <BlockView key={index} block={inner} title={title} />
          ))}
        </blockquote>
      )
    default:
      return unreachable(block)
  }
}

function codeLabel(language: string): string {
  return language === '' || language === 'text' ? 'Figure' : language.toUpperCase()
}

function ProseView({ block }: { readonly block: Extract<Block, { kind: 'prose' }> }) {
  const name = `prose-${block.line}`
  return (
    <>
      <p className={styles['prose']}>
        <InlineText text={block.text} mark={(note) => <NoteMark note={note} block={name} />} />
      </p>
      <Footnotes of={notesIn(block.text)} block={name} />
    </>
  )
}

function ListView({ block, title }: { readonly block: Extract<Block, { kind: 'list' }>; readonly title: string }) {
  const name = `list-${block.line}`
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <>
      <List className={styles['list']} {...(block.ordered && block.start !== 1 && { start: block.start })}>
        {block.entries.map((entry, index) => {
          const [fact] = entry.facts
          return (
            <li key={index} {...(fact && { id: anchorOf(fact) })}>
              <div className={styles['entry']}>
                <span>
                  <InlineText text={entry.text} mark={(note) => <NoteMark note={note} block={name} />} />
                </span>
                <AskLinks facts={entry.facts} about={`entry ${index + 1} of ${title}`} />
              </div>
              {entry.children.map((inner, place) => (
                <BlockView key={place} block={inner} title={title} />
              ))}
            </li>
          )
        })}
      </List>
      <Footnotes of={block.entries.flatMap(({ text }) => notesIn(text))} block={name} />
    </>
  )
}

function CalloutView({
  block,
  title,
}: {
  readonly block: Extract<Block, { kind: 'callout' }>
  readonly title: string
}) {
  const name = `callout-${block.line}`
  const [fact] = block.facts
  const isCare = block.callout === 'warning' || block.callout === 'note'
  const heading = block.title === '' ? block.label : `${block.label}: ${block.title}`
  return (
    <>
      <div
        role="note"
        aria-label={heading}
        className={isCare ? `${styles['callout']} ${styles['care']}` : styles['callout']}
        {...(fact && { id: anchorOf(fact) })}
      >
        <div className={styles['calloutHead']}>
          <span>{heading}</span>
          <AskLinks facts={block.facts} about={heading} />
        </div>
        {block.text.map((paragraph, index) => (
          <p key={index}>
            <InlineText text={paragraph} mark={(note) => <NoteMark note={note} block={name} />} />
          </p>
        ))}
        {block.children.map((inner, index) => (
          <BlockView key={index} block={inner} title={title} />
        ))}
      </div>
      <Footnotes of={block.text.flatMap(notesIn)} block={name} />
    </>
  )
}
