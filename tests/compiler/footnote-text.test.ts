import { expect, test } from 'vitest'
import { plainText } from '../../src/model/inline.ts'
import { compiled } from './compiled.ts'

const notesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(compiled(`# T\n\n${text}`).value.notes.map(({ id, text: words }) => [id, plainText(words)]))

test('whatever blocks a footnote is made of, their words are in it', () => {
  const blocks = [
    '[^a]: Green tea.',
    '- steamed\n    - rolled',
    '| Leaf | Time |\n    |---|---|\n    | sencha | **2** min |',
    '```sh\n    boil water\n    ```',
    '> poured',
    '<div>warm</div>',
    '<!-- never shown -->',
  ]
  expect(notesOf(`It is so.[^a]\n\n${blocks.join('\n\n    ')}\n`)).toEqual({
    a: 'Green tea. steamed rolled Leaf | Time sencha | 2 min boil water poured warm',
  })
})

test('a footnote that is defined inside another one takes no words from it', () => {
  const text = 'One[^a] and two[^b].\n\n[^a]: Before.\n\n    [^b]: Within.\n\n    Behind.\n'
  expect(notesOf(text)).toEqual({ a: 'Before. Behind.', b: 'Within.' })
  expect(compiled(text).value.sections.flatMap(({ blocks }) => blocks)).toHaveLength(1)
})

test('HTML in a footnote is reported where it stands', () => {
  const { diagnostics } = compiled('# T\n\nIt is so.[^a]\n\n[^a]: Warm.\n\n    <iframe>x</iframe>\n')
  expect(diagnostics.filter(({ rule }) => rule === 'raw-html').map(({ line }) => line)).toEqual([7])
})
