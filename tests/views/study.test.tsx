// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { compileRules } from '../../src/compiler/compile-rules.ts'
import { cardIdOf } from '../../src/model/ids.ts'
import { NOTES } from './notes.ts'
import { open } from './opened.tsx'

const row = (name: RegExp) => within(screen.getByRole('row', { name }))

async function openTopic(hash = '') {
  const opened = open(`/study/keys${hash}`)
  await screen.findByRole('heading', { level: 1, name: 'Keys and roles' })
  return opened
}

test('the contents show how many facts of each section were met', async () => {
  open('/study', {
    past: ({ facts }) =>
      facts
        .slice(0, 2)
        .map(({ id }) => ({ kind: 'reviewed', fact: id, card: cardIdOf('c'), grade: 'good', daysAgo: 1 })),
  })
  expect(await screen.findByText('2 of 13 facts met, 0 strong')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^1 Encryption/ }).textContent).toBe('1 Encryption2 / 9')
  expect(screen.getByRole('link', { name: /^2 Terms/ }).textContent).toBe('2 Terms0 / 4')
  expect(screen.getByRole('img', { name: 'Encryption: 2 of 9 facts seen, 0 strong' })).toBeTruthy()
  expect(screen.getByRole('link', { name: /^2 Terms/ }).getAttribute('href')).toBe('/study/keys#terms')
})

test('a column can be covered, looked at cell by cell, and shown again', async () => {
  const { user } = await openTopic()
  const covering = within(screen.getByRole('group', { name: 'Cover a column of Encryption' }))
  expect(screen.getByText('AWS for you')).toBeTruthy()
  await user.click(covering.getByRole('button', { name: 'Managed by' }))
  expect(screen.queryByText('AWS for you')).toBeNull()
  expect(row(/^AWS managed key/).getByText('Low')).toBeTruthy()
  await user.click(row(/^AWS managed key/).getByRole('button', { name: 'Show Managed by' }))
  expect(screen.getByText('AWS for you')).toBeTruthy()
  expect(screen.queryByText('AWS alone')).toBeNull()
  await user.click(covering.getByRole('button', { name: 'Managed by', pressed: true }))
  expect(screen.getByText('AWS alone')).toBeTruthy()
})

test('covering another column uncovers the first', async () => {
  const { user } = await openTopic()
  const covering = within(screen.getByRole('group', { name: 'Cover a column of Encryption' }))
  await user.click(covering.getByRole('button', { name: 'Managed by' }))
  await user.click(covering.getByRole('button', { name: 'Control' }))
  expect(screen.getByText('AWS alone')).toBeTruthy()
  expect(screen.queryByText('Low')).toBeNull()
})

test('a footnote stands below its block and says what it does; its mark leads to it', async () => {
  await openTopic()
  const mark = screen.getByRole('link', { name: 'Note 2: Disputed, never asked.' })
  const note = document.getElementById(mark.getAttribute('href')?.slice(1) ?? '')
  expect(note?.textContent).toBe('2 Disputed, never asked. the imported key gives as much. Source: Guide')
  expect(
    within(note ?? document.body)
      .getByRole('link', { name: 'Guide' })
      .getAttribute('href'),
  ).toBe('https://docs.aws.amazon.com/kms/')
})

test('a callout shows its label and title, a figure its text, a list its numbers', async () => {
  await openTopic()
  const tip = screen.getByRole('note', { name: 'Exam tip: Sensitive data' })
  expect(within(tip).getByText('customer managed keys').tagName).toBe('STRONG')
  expect(screen.getByRole('region', { name: 'Figure: Flow' }).textContent).toContain('user -> role -> key')
  expect(screen.getByText('One').closest('ol')).not.toBeNull()
  expect(screen.getByText('SSE-KMS').tagName).toBe('CODE')
})

test('each row opens as a card, and as a question where one can be made of it', async () => {
  const { user, place } = await openTopic()
  // The questions are made a little later than the text is shown.
  expect(await screen.findByRole('link', { name: 'Question: Imported key' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /^Question: Exam tip/ })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Card: Residency' }))
  await waitFor(() => expect(place()).toMatch(/^\/cards\?fact=aif-c01%2Fkeys%23terms%2F/))
  expect(await screen.findByText('0 done, 1 to go')).toBeTruthy()
})

test('an address with a place in the notes marks the place and takes the focus there', async () => {
  await openTopic('#terms')
  const heading = screen.getByRole('heading', { name: /Terms/ })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(heading.hasAttribute('data-target')).toBe(true)
})

test.each(['#nowhere', '#100%'])('an address with the unknown place %s still shows the topic', async (hash) => {
  await openTopic(hash)
  expect(screen.getByText('Residency')).toBeTruthy()
})

test('an address without such a topic says so and leads on', async () => {
  open('/study/other')
  expect(await screen.findByRole('heading', { level: 1, name: 'No such topic' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'All notes' }).getAttribute('href')).toBe('/study')
})

const RULES = `# Exam X

## About

Independent of anybody.

### What is not verified

- the *weather*

## Exam

| Setting | Value |
|---|---|
| Code | X-1 |
| Items | 65 |
| Scored items | 50 |
| Minutes | 90 |
| Pass mark | 700 |
| Scale | 100–1,000 |

## Domains

| No. | Domain | Weight |
|---|---|---|
| 1 | Keys | 60 % |
| 2 | Weather | 40 % |

## Task statements

| No. | Task |
|---|---|
| 1.1 | Keep things |

## Objectives

| No. | Objective | Examples |
|---|---|---|
| 1.1.1 | Know the keys | — |
| 2.1.1 | Know the rain | — |
`

function openCourse(address: string) {
  const { blueprint, about } = compileRules({ path: 'course.md', text: RULES }).value
  if (blueprint === null) throw new Error('Expected rules')
  return open(address, { notes: NOTES.replace('## 1. ', '<!-- objective: 1.1.1 -->\n\n## 1. '), blueprint, about })
}

test('every objective of the exam is listed with the places in the notes that speak of it, or as missing', async () => {
  const { user } = openCourse('/study')
  const map = within(await screen.findByRole('region', { name: 'The exam guide, objective by objective' }))
  expect(map.getByText('1 of 2 objectives covered')).toBeTruthy()
  await user.click(map.getByText('1 Keys: 1 of 1'))
  expect(map.getByRole('heading', { name: '1.1 Keep things' })).toBeTruthy()
  expect(map.getByRole('link', { name: 'Encryption' }).getAttribute('href')).toBe('/study/keys#encryption')
  await user.click(map.getByText('2 Weather: 0 of 1'))
  expect(map.getByText('The notes do not cover it.')).toBeTruthy()
  await user.click(map.getByRole('link', { name: /^What this course covers/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'About the courses' })).toBeTruthy()
})

test('a course says what it covers, what is not verified, and which of its statements are disputed', async () => {
  const { user } = openCourse('/about')
  const course = within(await screen.findByRole('region', { name: 'AI Practitioner' }))
  expect(course.getByText('1 of 2')).toBeTruthy()
  expect(course.getByText(/^The exam X-1 has 65 questions, of which 50 are scored, and lasts 90 minutes/)).toBeTruthy()
  expect(course.getByText('Independent of anybody.')).toBeTruthy()
  expect(course.getByRole('heading', { level: 3, name: 'What is not verified' })).toBeTruthy()
  expect(course.getByText('weather').tagName).toBe('EM')
  await user.click(await course.findByText('Statements that a source contradicts. They are never asked: 1'))
  expect(course.getByText(/the imported key gives as much/)).toBeTruthy()
})
