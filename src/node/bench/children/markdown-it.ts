import MarkdownIt from 'markdown-it'
import { answer } from '../peers/child.mjs'
import { notesIn } from '../peers/notes-in.mjs'

const parser = new MarkdownIt({ html: true })

await answer({
  build: (folder) => notesIn(folder).map((text) => parser.parse(text, {})),
  parse: (text) => parser.parse(text, {}),
})
