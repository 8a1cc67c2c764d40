import { join } from 'node:path'
import { compileCourse } from '../../../compiler/compile-course.ts'
import { answer } from '../peers/child.mjs'
import { notesIn } from '../peers/notes-in.mjs'

const compile = (texts: readonly string[]) =>
  compileCourse(
    'course',
    texts.map((text, index) => ({ path: join('course', `notes-${index + 1}.md`), text })),
  )

await answer({ build: (folder) => compile(notesIn(folder)), parse: (text) => compile([text]) })
