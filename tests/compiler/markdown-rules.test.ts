import { expect, test } from 'vitest'
import { plainText } from '../../src/model/inline.ts'
import type { Block } from '../../src/model/topic.ts'
import { compiled } from './compiled.ts'

const blocksOf = (text: string): readonly Block[] => compiled(`# T\n\n${text}`).value.sections[0]?.blocks ?? []

test('a block between colons that is never closed ends with the entry that it stands in', () => {
  const [list, ...others] = blocksOf('- ::: tip\n  one\n- two\n- three\n\nFour.\n')
  expect(list?.kind === 'list' && list.entries.map(({ children }) => children.map(({ kind }) => kind))).toEqual([
    ['callout'],
    [],
    [],
  ])
  expect(others.map(({ kind }) => kind)).toEqual(['prose'])
})

test('one that is closed in its entry ends there', () => {
  const [list] = blocksOf('- ::: tip\n  one\n\n  two\n  :::\n\n  three\n- four\n')
  expect(list?.kind === 'list' && list.entries.map(({ children }) => children.map(({ kind }) => kind))).toEqual([
    ['callout', 'prose'],
    [],
  ])
})

test('a formula that is never closed in its entry takes nothing from the next one', () => {
  const [list] = blocksOf('- $$\n  x\n- y\n\n$$\nz\n$$\n')
  expect(list?.kind === 'list' && list.entries).toHaveLength(2)
  expect(blocksOf('- $$\n  x\n\n  $$\n')).toMatchObject([
    { entries: [{ children: [{ kind: 'code', text: 'x\n\n' }] }] },
  ])
})

test('three tildes strike nothing through', () => {
  expect(blocksOf('A ~~~~a~~~~ b ~~~c~~~ d ~~e~~\n')).toMatchObject([
    { text: [{ kind: 'text', text: 'A ~~~~a~~~~ b ~~~c~~~ d ' }, { kind: 'strike' }] },
  ])
})

test('the words of a summary lose its tags, but no address and no sign', () => {
  const [summary] = blocksOf('<details>\n<summary><b>See</b> <https://a.example/> if 1 < 2 and 3 > 2</summary>\n')
  expect(summary?.kind === 'prose' && plainText(summary.text)).toBe('See https://a.example/ if 1 < 2 and 3 > 2')
})
