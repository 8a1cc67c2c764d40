import type { FactId } from './ids.ts'
import { knownOfCallout, knownOfCell, knownOfEntry } from './known-of-fact.ts'
import type { BlockOf } from './known-of-fact.ts'
import type { FactUnpacker, Known } from './packed-facts.ts'
import { packText, unpackText } from './packed-text.ts'
import type { PackedText } from './packed-text.ts'
import type { Block, ListEntry, Row } from './topic.ts'
import { unreachable } from './unreachable.ts'

/** Of facts a block holds but their number: they follow each other in its section. */
interface PackedRow {
  readonly cells: readonly PackedText[]
  readonly facts: readonly number[]
  /** Where it is not the line below the row before. */
  readonly line?: number
}

interface PackedEntry {
  readonly text: PackedText
  readonly facts: number
  readonly children: readonly PackedBlock[]
  readonly line: number
}

interface PackedTable extends Omit<BlockOf<'table'>, 'because' | 'header' | 'rows'> {
  readonly header: readonly PackedText[]
  readonly rows: readonly PackedRow[]
}

interface PackedCallout extends Omit<BlockOf<'callout'>, 'text' | 'children' | 'facts'> {
  readonly text: readonly PackedText[]
  readonly children: readonly PackedBlock[]
  readonly facts: number
}

export type PackedBlock =
  | (Omit<BlockOf<'prose'>, 'text'> & { readonly text: PackedText })
  | (Omit<BlockOf<'list'>, 'entries'> & { readonly entries: readonly PackedEntry[] })
  | PackedTable
  | PackedCallout
  | BlockOf<'code'>
  | (Omit<BlockOf<'quote'>, 'blocks'> & { readonly blocks: readonly PackedBlock[] })

/** Packs facts that stand somewhere in a block, and counts them. */
type Add = (ids: readonly FactId[], known: Known) => number

export function packBlock(block: Block, title: string, add: Add): PackedBlock {
  switch (block.kind) {
    case 'prose':
      return { ...block, text: packText(block.text) }
    case 'list':
      return { ...block, entries: block.entries.map((entry) => packEntry(entry, title, add)) }
    case 'table': {
      const { because: _, ...table } = block
      return {
        ...table,
        header: block.header.map(packText),
        rows: block.rows.map((row, at) => packRow(block, row, at, add)),
      }
    }
    case 'callout': {
      const facts = add(block.facts, knownOfCallout(block, title))
      const children = block.children.map((child) => packBlock(child, title, add))
      return { ...block, text: block.text.map(packText), children, facts }
    }
    case 'code':
      return block
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => packBlock(inner, title, add)) }
    default:
      return unreachable(block)
  }
}

function packRow(table: BlockOf<'table'>, row: Row, at: number, add: Add): PackedRow {
  const facts = row.facts.map((ids, column) => add(ids, knownOfCell(table, row, column)))
  return { cells: row.cells.map(packText), facts, ...(row.line !== lineOfRow(table, at) && { line: row.line }) }
}

function packEntry(entry: ListEntry, title: string, add: Add): PackedEntry {
  const facts = add(entry.facts, knownOfEntry(entry))
  return {
    ...entry,
    text: packText(entry.text),
    facts,
    children: entry.children.map((child) => packBlock(child, title, add)),
  }
}

export function unpackBlock(block: PackedBlock, title: string, facts: FactUnpacker): Block {
  switch (block.kind) {
    case 'prose':
      return { ...block, text: unpackText(block.text) }
    case 'list':
      return { ...block, entries: block.entries.map((entry) => unpackEntry(entry, title, facts)) }
    case 'table': {
      const header = block.header.map(unpackText)
      return {
        ...block,
        because: '',
        header,
        rows: block.rows.map((row, at) => unpackRow({ ...block, header }, row, at, facts)),
      }
    }
    case 'callout': {
      const said = { ...block, text: block.text.map(unpackText) }
      const own = taken(block.facts, knownOfCallout(said, title), facts)
      return { ...said, facts: own, children: block.children.map((child) => unpackBlock(child, title, facts)) }
    }
    case 'code':
      return block
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => unpackBlock(inner, title, facts)) }
    default:
      return unreachable(block)
  }
}

function unpackRow(
  table: Pick<BlockOf<'table'>, 'table' | 'header' | 'line'>,
  row: PackedRow,
  at: number,
  facts: FactUnpacker,
): Row {
  const own = { cells: row.cells.map(unpackText), line: row.line ?? lineOfRow(table, at) }
  return {
    ...own,
    facts: row.facts.map((count, column) => taken(count, knownOfCell(table, own, column), facts)),
  }
}

function unpackEntry(entry: PackedEntry, title: string, facts: FactUnpacker): ListEntry {
  const text = unpackText(entry.text)
  const own = taken(entry.facts, knownOfEntry({ text, line: entry.line }), facts)
  const children = entry.children.map((child) => unpackBlock(child, title, facts))
  return { ...entry, text, facts: own, children }
}

function taken(count: number, known: Known, facts: FactUnpacker): readonly FactId[] {
  return Array.from({ length: count }, () => facts.next(known))
}

/** Below the headings and the line of dashes. */
const lineOfRow = ({ line }: Pick<BlockOf<'table'>, 'line'>, at: number): number => line + 2 + at
