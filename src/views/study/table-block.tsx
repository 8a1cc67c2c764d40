import { useState } from 'react'
import { notesIn, plainText } from '../../model/inline.ts'
import { anchorOf } from '../../model/page.ts'
import type { Block, Row } from '../../model/topic.ts'
import { InlineText } from '../ui/inline-text.tsx'
import { AskLinks } from './ask-links.tsx'
import { Footnotes, NoteMark } from './footnotes.tsx'
import styles from './table-block.module.css'

type TableBlock = Extract<Block, { kind: 'table' }>

interface Cover {
  readonly column: number
  /** Rows whose covered cell was looked at. */
  readonly revealed: ReadonlySet<number>
}

/** A table to read, or to test oneself with: any column can be covered and looked at cell by cell. */
export function TableView({ block, title }: { readonly block: TableBlock; readonly title: string }) {
  const [cover, setCover] = useState<Cover | null>(null)
  const headings = block.header.map(plainText)
  const name = `table-${block.line}`
  const notes = [block.header, ...block.rows.map(({ cells }) => cells)].flat().flatMap(notesIn)

  function toggle(column: number) {
    setCover(cover?.column === column ? null : { column, revealed: new Set() })
  }

  function reveal(row: number) {
    if (cover !== null) setCover({ ...cover, revealed: new Set(cover.revealed).add(row) })
  }

  return (
    <>
      <div>
        <div className={styles['bar']} role="group" aria-label={`Cover a column of ${title}`}>
          <span>Cover:</span>
          {headings.map((heading, column) => (
            <button
              key={column}
              type="button"
              className={styles['toggle']}
              aria-pressed={cover?.column === column}
              onClick={() => toggle(column)}
            >
              {heading}
            </button>
          ))}
        </div>
        <div className={styles['frame']}>
          <table className={styles['table']} role="table" aria-label={title} data-kind={block.table}>
            <thead role="rowgroup">
              <tr role="row">
                {block.header.map((cell, column) => (
                  <th key={column} role="columnheader" scope="col">
                    <InlineText text={cell} mark={(note) => <NoteMark note={note} block={name} />} />
                  </th>
                ))}
                <th role="columnheader" scope="col" className={styles['ask']}>
                  <span className={styles['spoken']}>Ask</span>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {block.rows.map((row, index) => (
                <RowView
                  key={index}
                  row={row}
                  headings={headings}
                  name={name}
                  index={index}
                  cover={cover}
                  onReveal={reveal}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Footnotes of={notes} block={name} />
    </>
  )
}

interface RowProps {
  readonly row: Row
  readonly headings: readonly string[]
  readonly name: string
  readonly index: number
  readonly cover: Cover | null
  readonly onReveal: (row: number) => void
}

function RowView({ row, headings, name, index, cover, onReveal }: RowProps) {
  const about = plainText(row.cells[0] ?? [])
  return (
    <tr role="row">
      {row.cells.map((cell, column) => {
        const fact = row.facts[column]?.[0]
        const isCovered = cover?.column === column && !cover.revealed.has(index)
        return (
          <td key={column} role="cell" data-label={headings[column]} {...(fact && { id: anchorOf(fact) })}>
            {isCovered ? (
              <button type="button" className={styles['reveal']} onClick={() => onReveal(index)}>
                Show {headings[column]}
              </button>
            ) : (
              <InlineText text={cell} mark={(note) => <NoteMark note={note} block={name} />} />
            )}
          </td>
        )
      })}
      <td role="cell" className={styles['ask']}>
        <AskLinks facts={row.facts.flat()} about={about} />
      </td>
    </tr>
  )
}
