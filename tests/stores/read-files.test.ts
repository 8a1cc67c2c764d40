import { expect, test } from 'vitest'
import { readFiles } from '../../src/stores/read-files.ts'

const file = (path: string, ...parts: BlobPart[]) => ({ path, file: new Blob(parts) })

test('Markdown and text are read, in the order they were chosen', async () => {
  const { files, refused } = await readFiles([file('b.md', '# B'), file('a.txt', 'A'), file('c/d.MARKDOWN', 'D')])
  expect(files).toEqual([
    { path: 'b.md', text: '# B' },
    { path: 'a.txt', text: 'A' },
    { path: 'c/d.MARKDOWN', text: 'D' },
  ])
  expect(refused).toEqual([])
})

test.each([
  ['a picture', file('photo.png', new Uint8Array([137, 80, 78, 71])), 'Only Markdown and text'],
  ['a picture that calls itself notes', file('photo.md', new Uint8Array([137, 80, 0, 71])), 'no text file'],
  ['a file of bytes that are no characters', file('odd.md', new Uint8Array([0x23, 0x20, 0xc3, 0x28])), 'no text'],
  ['an empty file', file('empty.md', ' \n'), 'empty'],
  ['a huge file', file('huge.md', 'x'.repeat(21 * 1024 * 1024)), '20 MB'],
])('%s is refused with a reason, and the others are read', async (_, odd, reason) => {
  const { files, refused } = await readFiles([odd, file('good.md', '# Good')])
  expect(files.map(({ path }) => path)).toEqual(['good.md'])
  expect(refused.map(({ path }) => path)).toEqual([odd.path])
  expect(refused[0]?.why).toContain(reason)
})

test('UTF-16 with a byte-order mark is read as well', async () => {
  const bytes = new Uint8Array(
    [...'\uFEFF# Ärger'].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return [code & 0xff, code >> 8]
    }),
  )
  const { files } = await readFiles([file('wide.md', bytes)])
  expect(files[0]?.text).toBe('# Ärger')
})

test('several files together may not be more than 20 MB', async () => {
  const half = 'x'.repeat(11 * 1024 * 1024)
  const { files, refused } = await readFiles([file('one.md', half), file('two.md', half)])
  expect(files).toHaveLength(1)
  expect(refused.map(({ path }) => path)).toEqual(['two.md'])
})

test('cards from Anki are read as notes, and what they cannot be is told', async () => {
  const cards = '#separator:tab\n#html:true\nWhich port has <b>SSH</b>?\t22<img src="a.png">\n'
  const { files, refused } = await readFiles([file('deck/ports.txt', cards), file('own.md', '# Own')])
  expect(files).toEqual([
    {
      path: 'deck/ports.md',
      text: '# ports\n\n| Question | Answer |\n|---|---|\n| Which port has SSH? | 22 |\n\n',
    },
    { path: 'own.md', text: '# Own' },
  ])
  expect(refused).toEqual([{ path: 'deck/ports.txt', why: 'One picture or sound was left out: notes are text alone.' }])
})

test('a CSV file that was not saved here is refused with a reason, and so is one with bytes that are no text', async () => {
  const { files, refused } = await readFiles([file('sales.csv', 'id,amount\n1,2\n'), file('odd.csv', 'a\0b')])
  expect(files).toEqual([])
  expect(refused.map(({ path }) => path)).toEqual(['sales.csv', 'odd.csv'])
  expect(refused[0]?.why).toContain('only facts that were saved here')
  expect(refused[1]?.why).toContain('no text file')
})

test('notes in Markdown that speak of Anki’s headers are notes', async () => {
  const text = '#separator:tab\n#html:true\n\nThis is how a file for Anki begins.\n'
  expect((await readFiles([file('anki.md', text)])).files).toEqual([{ path: 'anki.md', text }])
})
