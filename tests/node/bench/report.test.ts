import { expect, test } from 'vitest'
import { textOf, withSection } from '../../../src/node/bench/report.ts'
import { summaryOf } from '../../../src/node/bench/statistics.ts'

const BEFORE = '# Benchmarks\n\nA word.\n\n## load\n\nold figures\n\n## search\n\nits figures\n'

test('a benchmark that ran again takes the place of its old figures, and of no others', () => {
  expect(withSection(BEFORE, 'load', '## load\n\nnew figures')).toBe(BEFORE.replace('old', 'new'))
})

test('a benchmark that never ran stands at the end', () => {
  expect(withSection(BEFORE, 'memory', '## memory\n\nx')).toBe(`${BEFORE}\n## memory\n\nx\n`)
})

test('a report says when and with what it was measured, but not where', () => {
  const text = textOf(
    {
      title: 'load',
      method: 'By hand.',
      tools: ['Chromium 141'],
      tables: [{ caption: 'All', header: ['', 'ms'], rows: [['First paint', '12']] }],
    },
    new Date(Date.UTC(2026, 10, 24)),
  )
  expect(text).toMatch(/^## load\n\n2026-11-24 · Node \d+\.\d+\.\d+, Chromium 141, \d+ CPUs?\n\nBy hand\.\n\nAll:\n/)
  expect(text).toContain('|             | ms |\n| ----------- | -: |\n| First paint | 12 |')
})

test('one odd visit moves neither the median nor the middle half', () => {
  expect(summaryOf([10, 11, 12, 13, 900])).toEqual({ median: 12, from: 11, to: 13 })
  expect(summaryOf([1, 2])).toEqual({ median: 1.5, from: 1.25, to: 1.75 })
})
