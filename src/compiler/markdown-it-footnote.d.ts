declare module 'markdown-it-footnote' {
  import type MarkdownIt from 'markdown-it'
  /** Adds `[^label]` references and `[^label]: …` definitions. */
  const footnotes: (markdown: MarkdownIt) => void
  export default footnotes
}
