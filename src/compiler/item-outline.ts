import { slug } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import { BOX } from './choices.ts'
import { commentsIn, directiveOf } from './directive.ts'
import type { MarkdownNode, MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

export interface Remarked {
  readonly words: string
  readonly line: number
}

/** What may be chosen, put in order or matched. */
export type OptionsNode = (MarkdownNode & { readonly kind: 'list' }) | MarkdownTable

/** A question of an items file as it is written: what stands below its heading. */
export interface WrittenItem {
  readonly title: string
  /** The name that a comment gives it. */
  readonly name: Remarked | null
  /** What the last comment about objectives says. */
  readonly objective: Remarked | null
  readonly above: readonly MarkdownNode[]
  readonly options: OptionsNode | null
  readonly below: readonly MarkdownNode[]
  readonly line: number
}

interface OpenItem {
  readonly title: string
  readonly level: number
  readonly line: number
  name: Remarked | null
  objective: Remarked | null
  nodes: MarkdownNode[]
}

/** Divides a file into its questions: each has a heading of the second or third level. */
export function writtenItems(nodes: readonly MarkdownNode[], lines: SourceLines): readonly WrittenItem[] {
  return new ItemOutline(lines).read(nodes)
}

class ItemOutline {
  private readonly items: OpenItem[] = []
  private name: Remarked | null = null
  private objective: Remarked | null = null
  private isOpen = false
  private readonly lines: SourceLines

  constructor(lines: SourceLines) {
    this.lines = lines
  }

  read(nodes: readonly MarkdownNode[]): readonly WrittenItem[] {
    for (const node of nodes) {
      if (node.kind === 'heading' && node.level <= 3) this.enter(plainText(node.text), node.level, node.line)
      else if (node.kind === 'html') this.comments(node)
      else if (this.isOpen) this.items.at(-1)?.nodes.push(node)
      else if (isOptions(node)) this.reportHomeless(node.line)
    }
    this.reportUnused(this.name)
    return this.items.flatMap((item, index) => (isGroup(item, this.items[index + 1]) ? [] : [parted(item)]))
  }

  private enter(title: string, level: number, line: number): void {
    this.isOpen = level > 1
    if (!this.isOpen) return
    this.items.push({ title, level, line, name: this.name, objective: this.objective, nodes: [] })
    this.name = null
  }

  private comments({ text, line, kind }: MarkdownNode & { readonly kind: 'html' }): void {
    const { comments, rest, unclosed } = commentsIn(text)
    for (const comment of comments) this.obey(comment.text, line + comment.below)
    if (unclosed !== null) {
      const message = 'The comment is never closed, so all that follows is a part of it.'
      this.lines.report('error', 'unclosed-comment', this.lines.at(line + unclosed), message, 'Close it with -->.')
    } else if (rest !== '' && this.isOpen) this.items.at(-1)?.nodes.push({ kind, text: rest, line })
  }

  /** What a comment says before the options of a question is for that question too. */
  private obey(comment: string, line: number): void {
    const item = this.isOpen ? this.items.at(-1) : undefined
    const open = item?.nodes.some(isOptions) === true ? undefined : item
    const [, name] = /^<!--\s*id\s*:\s*([^>]*?)\s*-->$/i.exec(comment) ?? []
    if (name !== undefined && slug(name) === '') {
      const hint = 'Write a short name: <!-- id: patient-data -->.'
      this.lines.report('warning', 'unused-directive', this.lines.at(line), 'The comment names no id.', hint)
    } else if (name !== undefined) {
      const given = { words: name, line }
      if (open === undefined || open.name !== null) {
        this.reportUnused(this.name)
        this.name = given
      } else open.name = given
    } else this.obeyDirective(comment, line, open)
  }

  private obeyDirective(comment: string, line: number, open: OpenItem | undefined): void {
    const directive = directiveOf(comment)
    if (directive?.kind === 'objective') {
      this.objective = { words: directive.objective, line }
      if (open !== undefined) open.objective = this.objective
    } else if (directive !== null) {
      const hint = 'Take it out: here only “objective” and “id” mean something.'
      this.lines.report('warning', 'unused-directive', this.lines.at(line), 'The comment is not obeyed here.', hint)
    }
  }

  private reportUnused(name: Remarked | null): void {
    if (name === null) return
    const message = `No question follows that “${name.words}” could be the id of.`
    const hint = 'Move the comment to the line before the heading of its question.'
    this.lines.report('warning', 'unused-directive', this.lines.at(name.line), message, hint)
  }

  private reportHomeless(line: number): void {
    const hint = 'Begin each question with a heading: ## Which service …?'
    this.lines.report('error', 'item-without-stem', this.lines.at(line), 'No heading stands above these options.', hint)
  }
}

/** A heading with nothing to choose from over deeper headings is the title of several questions. */
function isGroup(item: OpenItem, next: OpenItem | undefined): boolean {
  return next !== undefined && next.level > item.level && !item.nodes.some(isOptions)
}

function parted({ nodes, title, name, objective, line }: OpenItem): WrittenItem {
  const at = placeOfOptions(nodes)
  const node = nodes[at]
  const options = node?.kind === 'list' || node?.kind === 'table' ? node : null
  const above = options === null ? nodes : nodes.slice(0, at)
  return { title, name, objective, above, options, below: options === null ? [] : nodes.slice(at + 1), line }
}

/** Boxes first: a scenario may list its requirements. A list of references is none of options. */
function placeOfOptions(nodes: readonly MarkdownNode[]): number {
  const boxed = nodes.findIndex((node) => node.kind === 'list' && isBoxed(node))
  if (boxed >= 0) return boxed
  const sorted = nodes.findIndex((node) => node.kind === 'table' || (node.kind === 'list' && node.ordered))
  return sorted >= 0 ? sorted : nodes.findIndex((node, at) => node.kind === 'list' && !isReferences(nodes[at - 1]))
}

function isReferences(node: MarkdownNode | undefined): boolean {
  return node?.kind === 'paragraph' && /^references?\s*:$/i.test(plainText(node.text))
}

function isOptions(node: MarkdownNode): boolean {
  return node.kind === 'table' || (node.kind === 'list' && (node.ordered || isBoxed(node)))
}

/** Whether a list has boxes to tick. */
export function isBoxed({ entries }: MarkdownNode & { readonly kind: 'list' }): boolean {
  return entries.some(({ children: [first] }) => first?.kind === 'paragraph' && BOX.test(plainText(first.text)))
}
