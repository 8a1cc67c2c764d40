import { relative } from 'node:path'
import process from 'node:process'
import { defineCollection, defineConfig } from '@content-collections/core'
import { compileMarkdown } from '@content-collections/markdown'
import remarkGfm from 'remark-gfm'
import { z } from 'zod'

/** As its documentation shows it: a collection with a schema, its Markdown made into HTML, which the cache keeps. */
const notes = defineCollection({
  name: 'notes',
  directory: relative(process.env['BENCH_CONFIG'] ?? '', process.env['BENCH_NOTES'] ?? ''),
  include: '**/*.md',
  schema: z.object({ content: z.string() }),
  transform: async (note, context) => ({
    ...note,
    html: await compileMarkdown(context, note, { remarkPlugins: [remarkGfm] }),
  }),
})

export default defineConfig({ content: [notes] })
