import type { ClozePart } from '../model/fact.ts'

/** Text that Markdown shows as it is: its signs are escaped, and a new line is a break. */
export function inMarkdown(text: string): string {
  return atStart(escaped(tidied(text))).replaceAll('\n', '<br>')
}

/** The same, on one line. */
export function inOneLine(text: string): string {
  return inMarkdown(text.replace(/\s+/g, ' '))
}

/** A sentence on one line, its blanks in bold, as notes have them. */
export function clozeInMarkdown(parts: readonly ClozePart[]): string {
  const pieces = parts.map(({ kind, text }) => {
    const words = escaped(text.replace(/[\s\p{Cc}]+/gu, ' '))
    return kind === 'text' ? words : bold(words)
  })
  return atStart(pieces.join('').trim())
}

/** White space at its ends would leave the stars standing for themselves. */
function bold(words: string): string {
  const inner = words.trim()
  if (inner === '') return words
  return `${words.startsWith(' ') ? ' ' : ''}**${inner}**${words.endsWith(' ') ? ' ' : ''}`
}

/** No white space but blanks and single new lines, none of either at the ends. */
function tidied(text: string): string {
  return text
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\S\n]+|(?!\n)\p{Cc}/gu, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&{}$^=%#]/g, '\\$&')
}

/** What begins like a block of its own is a text all the same. */
function atStart(text: string): string {
  return text.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+:!?]/, '\\$&')
}
