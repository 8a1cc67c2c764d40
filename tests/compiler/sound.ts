import type { Block } from '../../src/model/topic.ts'
import { compiled } from './compiled.ts'

/**
 * What is wrong with what a text became: ids that stand twice, facts that no section has, places that the file does not
 * have, remarks that say nothing. None of it may ever be, whatever the text.
 */
export function faultsIn(text: string): readonly string[] {
  const { value, diagnostics } = compiled(text)
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const { facts, items, sections, notes } = value
  const ids = facts.map(({ id }) => id)
  const blocks = sections.flatMap((section) => section.blocks.flatMap(linesOf))
  const options = items.flatMap(({ options }) => options.map(({ source }) => source))
  const places = [...facts.map(({ source }) => source), ...diagnostics]
  const isLine = (line: number) => Number.isInteger(line) && line >= 1 && line <= lines.length
  const isPlace = ({ line, column }: { readonly line: number; readonly column: number }) =>
    isLine(line) && column >= 1 && column <= (lines[line - 1] ?? '').normalize('NFC').length + 1
  const all = [...blocks, ...[...sections, ...notes, ...options].map(({ line }) => line)]
  const owned = sections.flatMap((section) => section.facts)
  return [
    ...twiceIn(ids).map((id) => `two facts are ${id}`),
    ...twiceIn(sections.map(({ id }) => id)).map((id) => `two sections are ${id}`),
    ...twiceIn(items.map(({ id }) => id)).map((id) => `two questions are ${id}`),
    ...(isSame(owned, ids) ? [] : ['the facts of the sections are not the facts of the file']),
    ...places.filter((place) => !isPlace(place)).map(({ line, column }) => `there is no place ${line}:${column}`),
    ...[...places, ...options].filter(({ file }) => file !== value.file).map(({ file }) => `there is no file ${file}`),
    ...all.filter((line) => !isLine(line)).map((line) => `there is no line ${line}`),
    ...diagnostics
      .filter(({ hint, message }) => hint === '' || message === '')
      .map(({ rule }) => `${rule} says nothing`),
  ]
}

function twiceIn(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n')
}

/** The lines of a block, and of all that stands in it. */
function linesOf(block: Block): readonly number[] {
  switch (block.kind) {
    case 'prose':
    case 'code':
      return [block.line]
    case 'list':
      return [block.line, ...block.entries.flatMap(({ line, children }) => [line, ...children.flatMap(linesOf)])]
    case 'table':
      return [block.line, ...block.rows.map(({ line }) => line)]
    case 'callout':
      return [block.line, ...block.children.flatMap(linesOf)]
    case 'quote':
      return [block.line, ...block.blocks.flatMap(linesOf)]
  }
}
