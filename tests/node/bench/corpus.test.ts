import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../../src/compiler/compile-course.ts'
import { corpusOf, FILE_BYTES, FILES_OF_A_MEBIBYTE } from '../../../src/node/bench/corpus.ts'

const FILES = corpusOf(FILES_OF_A_MEBIBYTE)
const TEXT = FILES.map(({ text }) => text).join('')

/** The share of the corpus that such lines are. */
function shareOf(line: RegExp): number {
  const bytes = TEXT.split('\n').reduce((sum, one) => sum + (line.test(one) ? one.length + 1 : 0), 0)
  return bytes / TEXT.length
}

describe('the notes that the compiler is measured with', () => {
  test('are the same each time, and a larger corpus begins with the smaller one', () => {
    expect(corpusOf(3)).toEqual(corpusOf(3))
    expect(corpusOf(5).slice(0, 3)).toEqual(corpusOf(3))
  })

  test('are a mebibyte in 40 files of one size, no two alike', () => {
    const sizes = FILES.map(({ text }) => Buffer.byteLength(text))
    expect(new Set(sizes)).toEqual(new Set([FILE_BYTES]))
    expect((FILE_BYTES * FILES_OF_A_MEBIBYTE) / 2 ** 20).toBeCloseTo(1, 4)
    expect(new Set(FILES.map(({ text }) => text)).size).toBe(FILES_OF_A_MEBIBYTE)
  })

  test('are tables for the most part, and of each kind of block that gives facts something', () => {
    expect(shareOf(/^\|/)).toBeGreaterThan(0.7)
    expect(shareOf(/^\|/)).toBeLessThan(0.85)
    for (const line of [/^## \d+\. /, /^> \*\*Exam tip:\*\* /, /^- \*\*[^*]+:\*\* /, /^- \w/, /^\| Scenario \| /]) {
      expect(shareOf(line)).toBeGreaterThan(0.001)
    }
  })

  test('have marks in about one prose cell of seven', () => {
    const prose = TEXT.split('\n').flatMap((line) =>
      line.startsWith('| ') ? line.split(' | ').filter((cell) => cell.split(' ').length > 4) : [],
    )
    const marked = prose.filter((cell) => /\*\*|`|\]\(/.test(cell)).length / prose.length
    expect(marked).toBeGreaterThan(0.1)
    expect(marked).toBeLessThan(0.2)
  })

  test('are compiled without an error', () => {
    const files = FILES.map(({ name, text }) => ({ path: name, text }))
    const { value, diagnostics } = compileCourse('course', files)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(value.topics.every(({ facts }) => facts.length > 200)).toBe(true)
  })
})
