import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { answer } from './child.mjs'
import { notesIn } from './notes-in.mjs'

const parser = unified().use(remarkParse).use(remarkGfm)

await answer({
  build: (folder) => notesIn(folder).map((text) => parser.parse(text)),
  parse: (text) => parser.parse(text),
})
