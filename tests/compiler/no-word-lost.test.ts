import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic, Rule } from '../../src/model/diagnostic.ts'
import { compiled } from './compiled.ts'

/** Pieces that notes are made of; a word of its own stands for each §. */
const PIECES: readonly string[] = [
  '§\n',
  '§ § ',
  '\n\n',
  '\n',
  '# §\n',
  '## 1. §\n',
  '### §\n',
  '§\n---\n',
  '---\n',
  '- §\n',
  '- **§:** §\n',
  '  - §\n',
  '    § §\n',
  '1. §\n',
  '2. §\n',
  '> §\n',
  '> > §\n',
  '> **Tip — §:** § **§**\n',
  '> [!NOTE]\n> §\n',
  'Note: § §\n',
  '> - §\n',
  '> | § | § |\n> |---|---|\n> | § | § |\n',
  '| § | § |\n|---|---|\n| § | § |\n',
  '| § | § |\n',
  '| § |\n',
  '| § | § | § |\n',
  '|---|---|\n',
  '| | |\n|---|---|\n| § | § |\n',
  '| § | § |\n|---|\n',
  '**Q:** §?\n',
  'A: §\n',
  '**Q: §?**\n\nA: §\n\n',
  'Why §?\n\nA) §\nB) §\n\nAnswer: B\n\nExplanation: §\n\n',
  '- [x] §\n- [ ] §\n',
  'Answer: B §\n',
  'Question 5 §\n\n',
  '§\n: §\n',
  '§ → § → §\n',
  '§: § → § → §\n\n',
  '::: tip §\n',
  '::: box §\n',
  ':::\n',
  '<details>\n<summary>§</summary>\n',
  '<summary>§\n',
  '</details>\n',
  '<details> § ',
  '$$\n§\n$$\n',
  '$§$',
  '$$',
  '```\n§\n```\n',
  '```js\n',
  '~~~\n',
  '    §\n',
  '**§**',
  '*§*',
  '~~§~~',
  '`§`',
  '`',
  '**',
  '[§](https://a.b/)',
  '[§](javascript:x)',
  '![§](a.png)',
  '<b>§</b>',
  '<div>§</div>\n',
  '<div>\n§\n</div>\n\n',
  '<br>',
  '[^1]',
  '\n\n[^1]: §\n',
  '\n\n[^2]: §\n\n    §\n',
  '[^2]',
  '&amp; §',
  '\\* §',
  '\t',
  '§\t§\n',
  '• §\n',
  'I. §\n',
  '1.1 §\n',
  'Chapter 1: §\n',
  '{\n§\n}\n',
  'User: "§\n',
  '│ § │\n',
  '<!-- no-quiz -->\n',
  '<!-- table: lists -->\n',
  '<https://§.example>',
  'If you see §, think §\n',
  '- If you see §, think §\n',
]

/** Remarks that say what is left out, in the line where it stands or with the number of its line. */
const LOSSES: ReadonlySet<Rule> = new Set(['unused-note', 'duplicate-note', 'repaired'])

/** The lines of which a remark says that they are left out. A footnote goes on over lines that are set in. */
function linesToldOf(text: string, diagnostics: readonly Diagnostic[]): ReadonlySet<number> {
  const lines = text.split('\n')
  const told = new Set<number>()
  const isEnd = (to: number) => lines[to - 1] === '' && /^ {0,3}\S/.test(lines[to] ?? '')
  for (const { rule, line, message } of diagnostics) {
    const isLine = rule === 'repaired'
    if (!LOSSES.has(rule) || (isLine && !message.includes('left out'))) continue
    for (const from of [line, Number(/on line (\d+)/.exec(message)?.[1] ?? line)]) {
      told.add(from)
      const last = isLine ? from : lines.length
      for (let to = from; to < last && !isEnd(to); to += 1) told.add(to + 1)
    }
  }
  return told
}

test('no word of any mix of notes gets lost, unless a remark says so', () => {
  const mix = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => {
    let count = 0
    return pieces.join('').replaceAll('§', () => `w${(count += 1)}x`)
  })
  fc.assert(
    fc.property(mix, (text) => {
      // Settings between two such lines at the top are for other programs.
      fc.pre(!text.startsWith('---'))
      const { value, diagnostics } = compiled(text)
      const shown = new Set(JSON.stringify(value).match(/w\d+x/g))
      const told = linesToldOf(text, diagnostics)
      const lost = text.split('\n').flatMap((line, index) => {
        // Behind the language of a fence no viewer shows anything.
        if (told.has(index + 1) || /`{3}|~{3}/.test(line)) return []
        return (line.match(/w\d+x/g) ?? []).filter((word) => !shown.has(word))
      })
      expect(lost).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
