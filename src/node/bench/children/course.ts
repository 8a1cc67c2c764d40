import { compileCourse } from '../../../compiler/compile-course.ts'
import { compilePath, courseFolders } from '../../read-notes.ts'
import { answer } from '../peers/child.mjs'

await answer({
  build: (folder) => courseFolders(folder).map((path) => compilePath(path)),
  parse: (text) => compileCourse('notes', [{ path: 'notes.md', text }]),
})
