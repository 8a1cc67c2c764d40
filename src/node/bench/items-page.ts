import { compileCourse } from '../../compiler/compile-course.ts'
import { drawForm } from '../../engines/exam/form.ts'
import { givesAway } from '../../engines/items/gives-away.ts'
import { itemsIn } from '../../engines/items/generate-items.ts'
import { withBackground } from '../../compiler/background.ts'
import type { SourceFile } from '../../compiler/source-lines.ts'

/** What the questions of a course came to; times are milliseconds. */
export interface ItemsTold {
  readonly facts: number
  readonly items: number
  readonly bank: number
  /** One form of 65 items after the other, from the finished bank. */
  readonly forms: readonly number[]
}

const FORM = { count: 65, topics: [], domains: [], types: [], facts: [] }
const FORMS = 20

/** Runs in the browser: compiles the notes, then makes every question of the course, then draws forms from them. */
function timeItems(files: readonly SourceFile[]): ItemsTold {
  const { topics } = withBackground(compileCourse('course', files).value)
  const start = performance.now()
  const items = topics.flatMap(itemsIn)
  const bank = performance.now() - start
  const forms = Array.from({ length: FORMS }, (_, seed) => {
    const begun = performance.now()
    drawForm(items, { ...FORM, seed }, { givesAway })
    return performance.now() - begun
  })
  return { facts: topics.reduce((sum, { facts }) => sum + facts.length, 0), items: items.length, bank, forms }
}

Object.assign(globalThis, { timeItems })
