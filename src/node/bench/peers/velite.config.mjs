import process from 'node:process'
import { defineConfig, s } from 'velite'

/** As its documentation shows it: a collection with a schema, its Markdown made into HTML, and its text for a search. */
export default defineConfig({
  root: process.env['BENCH_NOTES'],
  strict: true,
  output: { data: process.env['BENCH_OUT'], assets: `${process.env['BENCH_OUT']}/assets` },
  collections: {
    notes: {
      name: 'Note',
      pattern: '**/*.md',
      schema: s.object({ path: s.path(), raw: s.raw(), content: s.markdown() }),
    },
  },
  complete() {
    process.emit('bench:rebuilt')
  },
})
