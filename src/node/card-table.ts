import type { Card } from '../model/card.ts'

const COLUMNS = ['id', 'kind', 'cue', 'front', 'back'] as const

/** Cards as lines of CSV (RFC 4180) with their headings, for spreadsheets and other card programs. */
export function cardTable(cards: readonly Card[]): readonly string[] {
  return [COLUMNS.join(','), ...cards.map((card) => COLUMNS.map((column) => quoted(card[column])).join(','))]
}

/** A spreadsheet takes a cell that begins like a formula for one; a quote mark before it keeps it a text. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
