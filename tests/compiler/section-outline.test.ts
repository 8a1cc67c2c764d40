import { expect, test } from 'vitest'
import { SectionOutline } from '../../src/compiler/section-outline.ts'

function outlineOf(...headings: readonly (readonly [number, string])[]) {
  const outline = new SectionOutline(headings.map(([, words]) => words))
  return headings.map(([level, words]) => outline.enter(level, words))
}

test('a number before a heading is no part of its title or anchor, so renumbering keeps the history', () => {
  const [, one, two, three] = outlineOf([1, 'T'], [2, '4. Keys'], [3, '4.1 Key types'], [3, '4.2. Rotation'])
  expect([one, two, three].map((heading) => [heading?.number, heading?.title, heading?.id])).toEqual([
    ['4', 'Keys', 'keys'],
    ['4.1', 'Key types', 'key-types'],
    ['4.2', 'Rotation', 'rotation'],
  ])
})

test.each(['5 reasons to care', '2026 in review', '3D printing', '1. '])('“%s” is not numbered', (words) => {
  expect(outlineOf([1, words])).toMatchObject([{ number: '', title: words }])
})

test('headings with the same words get different anchors, led by the heading above', () => {
  const headings = outlineOf([1, 'T'], [2, 'Macie'], [3, 'Uses'], [2, 'Config'], [3, 'Uses'], [3, 'Uses'])
  expect(headings.map(({ id }) => id)).toEqual(['t', 'macie', 'macie-uses', 'config', 'config-uses', 'config-uses-2'])
})

test('a skipped level still stands below the last heading of a lesser level', () => {
  const headings = outlineOf([1, 'T'], [4, 'Deep'], [2, 'Part'], [3, 'Sub'])
  expect(headings.map(({ path }) => path.join(' > '))).toEqual(['T', 'T > Deep', 'T > Part', 'T > Part > Sub'])
})

test('a heading without a letter has an anchor all the same', () => {
  expect(outlineOf([1, '→'], [2, '…']).map(({ id }) => id)).toEqual(['section', 'section-section'])
})
