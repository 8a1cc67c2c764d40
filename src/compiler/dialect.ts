import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { answeredByKey } from './answered-by-key.ts'
import { isCalloutLabel, isCalloutParagraph } from './callout.ts'
import { askedAt, askedInList, askedInQuote } from './dialect-asked.ts'
import { cardsAt, cardsInList } from './dialect-cards.ts'
import { chainIn } from './dialect-chain.ts'
import { linesOf } from './dialect-lines.ts'
import { definitionsAt, pairsAt, withPairsJoined } from './dialect-pairs.ts'
import type { Taken } from './dialect-pairs.ts'
import { withHeaderAsRow } from './dialect-headless.ts'
import { withOffers } from './dialect-offered.ts'
import { withPartsJoined } from './dialect-parts.ts'
import { questionsInTable } from './dialect-question-table.ts'
import { questionAt, withBoxes } from './dialect-questions.ts'
import { questionsApart, withAnswersJoined } from './dialect-run.ts'
import { titledAt } from './dialect-titled.ts'
import type { MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'

/** The blocks of a file in the form that the reader of blocks knows; its key, if it has one, answers its questions. */
export function fileInDialect(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return answeredByKey(inDialect(withPartsJoined(withOffers(nodes.filter((node) => !isSchedule(node))))))
}

/** When a note-taking program will show a card again: `<!--SR:!2025-06-18,2,243-->`. */
function isSchedule(node: MarkdownNode): boolean {
  return node.kind === 'html' && /^<!--SR:[^>]*-->\s*$/.test(node.text)
}

/**
 * Finds in plain Markdown what people mean by it: `Note: …` is a callout, `Q: …` and `A: …` are a pair, `A → B → C` is
 * an order. The blocks are given the form that the reader of blocks knows.
 */
function inDialect(written: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const nodes = withAnswersJoined(written).flatMap((node): readonly MarkdownNode[] => {
    if (node.kind !== 'paragraph') return [node]
    return isNothing(node) ? [] : questionsApart(node)
  })
  const result: MarkdownNode[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node === undefined) break
    const taken =
      questionAt(nodes, index, nodes[index - 1]) ?? (node.kind === 'paragraph' ? writtenAt(nodes, index) : null)
    if (taken !== null) {
      result.push(taken.node)
      index += taken.count - 1
    } else if (node.kind === 'paragraph') for (const part of paragraphsIn(node)) result.push(part)
    else if (node.kind === 'table')
      for (const part of questionsInTable(node) ?? [withHeaderAsRow(node)]) result.push(part)
    else result.push(askedInList(node) ?? cardsInList(node) ?? askedInQuote(node) ?? inside(node))
  }
  return withPairsJoined(result)
}

/** What the paragraphs from here on are together: questions with answers, or terms with meanings. */
function writtenAt(nodes: readonly MarkdownNode[], index: number): Taken | null {
  return (
    pairsAt(nodes, index) ??
    definitionsAt(nodes, index) ??
    cardsAt(nodes, index) ??
    askedAt(nodes, index, nodes[index - 1]) ??
    titledAt(nodes, index)
  )
}

/** Whether a paragraph has no words, but for the tags of a note-taking program: `#biology #exam`. */
function isNothing({ text }: MarkdownParagraph): boolean {
  return /^(?:#[\p{L}][\p{L}\p{N}/_-]*\s*)*$/u.test(plainText(text))
}

/** The blocks that stand in a block are read alike. In an entry of a list the first paragraph is its own text. */
function inside(node: MarkdownNode): MarkdownNode {
  switch (node.kind) {
    case 'list': {
      const entries = node.entries.map((entry) => {
        const [first, ...rest] = entry.children
        const isText = first?.kind === 'paragraph'
        return { ...entry, children: isText ? [first, ...inDialect(rest)] : inDialect(entry.children) }
      })
      return withBoxes({ ...node, entries })
    }
    case 'quote':
      return quoteOf(node)
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'code':
    case 'html':
    case 'question':
      return node
  }
}

/** A block between colons whose name is no label keeps its title as bold words. */
function quoteOf(node: MarkdownNode & { readonly kind: 'quote' }): MarkdownNode {
  const { opening, line } = node
  if (opening === undefined || isCalloutLabel(opening.label)) {
    const [first, ...rest] = node.children
    // The first words of a callout are its own; those of a quotation may be a question.
    if (opening === undefined && first?.kind === 'paragraph' && !isCalloutParagraph(first.text)) {
      if (questionAt(node.children, 0, undefined) !== null) return { ...node, children: inDialect(node.children) }
    }
    return { ...node, children: first?.kind === 'paragraph' ? [first, ...inDialect(rest)] : inDialect(node.children) }
  }
  const children = inDialect(node.children)
  if (opening.title === '') return { kind: 'quote', children, line }
  const text: readonly Inline[] = [{ kind: 'strong', children: [{ kind: 'text', text: opening.title }] }]
  return { kind: 'quote', children: [{ kind: 'paragraph', text, line, lastLine: line }, ...children], line }
}

/** A paragraph, or the callouts that its lines are. */
function paragraphsIn(paragraph: MarkdownParagraph): readonly MarkdownNode[] {
  const chain = chainIn(paragraph)
  if (chain !== null) return chain
  if (!isCalloutParagraph(paragraph.text)) return [paragraph]
  const parts: { text: Inline[]; line: number }[] = []
  for (const { text, line } of linesOf(paragraph)) {
    const last = parts.at(-1)
    if (last === undefined || isCalloutParagraph(text)) parts.push({ text: [...text], line })
    else last.text.push({ kind: 'text', text: '\n' }, ...text)
  }
  return parts.map(({ text, line }): MarkdownNode => {
    return { kind: 'quote', children: [{ kind: 'paragraph', text, line, lastLine: line }], line }
  })
}
