import type { PastedDraft } from './pasted-draft.ts'
import { isTitle } from './pasted-line.ts'

export interface CodeRun {
  /** The line behind its last one. */
  readonly to: number
  readonly language: string
}

const OPENS = /^[[{]$|^(?:"[^"]*"\s*:|[\w.$ ]+[=:(),]?.*[=:(]|[\w.@#$-]+(?: [\w.@#$"'=/*-]+)*)\s*[[{]$/
const PROMPT = /^(?:\$|>>>|PS [A-Z]:|[A-Z]:\\|[\w()-]+(?:@[\w.-]+)?[#>](?=\s?[a-z]))\s*\S/
const COMMAND =
  /^(?:sudo|apt|apt-get|yum|dnf|brew|pip3?|npm|npx|yarn|git|docker|kubectl|helm|terraform|aws|az|gcloud|curl|wget|ssh|scp|ping|tracert|traceroute|nslookup|ipconfig|ifconfig|netstat|chmod|chown|mkdir|systemctl|export)\s+[^\s]/
const DEVICE =
  /^(?:interface|ip|ipv6|router|switchport|network|access-list|hostname|vlan|enable|configure|show|no) [^\s]/
const QUERY = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|VIEW|INDEX)|ALTER TABLE|DROP TABLE) [^\s]/
const CLAUSE = /^(?:FROM|WHERE|(?:LEFT |RIGHT |INNER )?JOIN|GROUP BY|ORDER BY|HAVING|VALUES|LIMIT) ?[^\s]?/
const STATEMENT =
  /^(?:def|class|import|from|return|const|let|var|function|public|private|static|void|int|if|for|while|else|elif|try|except|with|async|await|print|echo)\b.*(?:[;{]|\)\s*:|\(.*\)|=\s*\S+)$/
const IMPORT = /^(?:import|from) [\w.]+(?: (?:as|import) [\w.*]+(?:, ?\w+)*)?$|^#include\b/
const CLOSES = /^[)\]}]+[,;]?$/
const ASSIGNS = /^[A-Za-z_$][\w.$]*(?:, ?\w+)*(?:\[[^\]]*\])?\s*[+:]?=\s*\S/
const COMMENT = /^(?:#|\/\/|--|\/\*)\s?\S/
/** No block of code in notes is longer; a bracket that stays open must not swallow the rest. */
const MOST_LINES = 400

/** The code that begins at a line: a bracket and all up to its end, or lines that are commands and statements. */
export function codeRunAt(draft: PastedDraft, from: number, ends: readonly number[]): CodeRun | null {
  return bracketedAt(draft, from, ends[from] ?? 0) ?? statementsAt(draft, from)
}

/** For each line that opens a bracket, the line behind the one that closes it; 0 for the others. */
export function bracketEnds(lines: readonly string[]): readonly number[] {
  const ends = lines.map(() => 0)
  const open: { readonly index: number; readonly depth: number }[] = []
  let depth = 0
  lines.forEach((line, index) => {
    const before = depth
    depth += depthOf(line)
    for (let last = open.at(-1); last !== undefined && depth <= last.depth; last = open.at(-1)) {
      ends[last.index] = index + 1
      open.pop()
    }
    if (depth > before) open.push({ index, depth: before })
  })
  return ends
}

function bracketedAt(draft: PastedDraft, from: number, to: number): CodeRun | null {
  const first = draft.text(from)
  if (to <= from + 1 || to > from + MOST_LINES || first.length > 200 || !OPENS.test(first)) return null
  for (let index = from; index < to; index += 1) {
    if (draft.text(index) !== '' && !draft.isFree(index)) return null
  }
  const isJson = draft.lines.slice(from, to).some((line) => /^\s*"[^"]*"\s*:/.test(line))
  return { to, language: isJson ? 'json' : 'text' }
}

/** How many more brackets a line opens than it closes. */
function depthOf(text: string): number {
  let depth = 0
  for (const sign of text) {
    if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return depth
}

function statementsAt(draft: PastedDraft, from: number): CodeRun | null {
  if (!isStatement(draft.text(from)) && !isRemark(draft, from)) return null
  let to = from
  let count = 0
  for (; draft.isFree(to) && isOfCode(draft, to); to += 1) {
    if (isStatement(draft.text(to))) count += 1
  }
  const isSure = count >= 2 || (count === 1 && isCertain(draft.text(from)))
  return isSure ? { to, language: 'text' } : null
}

function isRemark(draft: PastedDraft, index: number): boolean {
  return COMMENT.test(draft.text(index)) && isStatement(draft.text(index + 1))
}

function isOfCode(draft: PastedDraft, index: number): boolean {
  const text = draft.text(index)
  if (isStatement(text) || CLOSES.test(text) || ASSIGNS.test(text) || COMMENT.test(text) || CLAUSE.test(text))
    return true
  return /^(?: {2}|\t)/.test(draft.lines[index] ?? '') && !isTitle(text)
}

function isStatement(text: string): boolean {
  if (text.length > 300) return false
  if (/\.\s+[A-Z]|[^\s.][.!?:]$/.test(text)) return STATEMENT.test(text) && /\)\s*:$/.test(text)
  return (
    isCertain(text) || IMPORT.test(text) || STATEMENT.test(text) || (DEVICE.test(text) && text.split(' ').length <= 8)
  )
}

/** Whether one line alone is enough to know it for code. */
function isCertain(text: string): boolean {
  if (PROMPT.test(text) || QUERY.test(text)) return true
  return COMMAND.test(text) && (/[-/.=~"]/.test(text) || text.split(' ').length <= 4)
}
