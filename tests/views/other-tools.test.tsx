// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAnkiText } from '../../src/exchange/anki-text-reader.ts'
import { readCsv } from '../../src/exchange/csv.ts'
import { cardIdOf } from '../../src/model/ids.ts'
import { open } from './opened.tsx'

interface Saved {
  readonly name: string
  readonly content: Blob
}

let saved: Saved[] = []
const contents = new Map<string, Blob>()

// jsdom downloads nothing: what a link would have saved is kept here.
beforeEach(() => {
  saved = []
  Object.assign(URL, {
    createObjectURL: (content: Blob) => {
      const address = `blob:${contents.size}`
      contents.set(address, content)
      return address
    },
    revokeObjectURL: () => undefined,
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    const content = contents.get(this.href)
    if (content !== undefined) saved.push({ name: this.download, content })
  })
})
afterEach(() => vi.restoreAllMocks())

type Setting = NonNullable<Parameters<typeof open>[1]>

async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      if (reader.result instanceof ArrayBuffer) resolve(new Uint8Array(reader.result))
      else reject(new Error('Expected bytes'))
    })
    reader.readAsArrayBuffer(content)
  })
}

async function save(
  button: string,
  setting: Setting = {},
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { user } = open('/settings', setting)
  await user.click(await screen.findByRole('button', { name: button }))
  await screen.findByText(/was handed to your browser/)
  const [file] = saved
  if (file === undefined) throw new Error('Expected a file')
  return { name: file.name, bytes: await bytesOf(file.content) }
}

test('the cards of a course are saved as a package for Anki', async () => {
  const { name, bytes } = await save('Cards for Anki (.apkg)')
  expect(name).toBe('ai-practitioner.apkg')
  const collection = unzipSync(new Uint8Array(bytes))['collection.anki2']
  expect(strFromU8(collection?.subarray(0, 15) ?? new Uint8Array())).toBe('SQLite format 3')
})

test('the cards of a course are saved as text for Anki', async () => {
  const { name, bytes } = await save('Cards for Anki (text)')
  expect(name).toBe('ai-practitioner-anki.txt')
  const fields = readAnkiText(strFromU8(bytes)).entries.map((entry) => entry.fields)
  expect(fields).toContainEqual(['Managed by\nAWS owned key', 'AWS alone'])
})

test('the facts of a course are saved as CSV', async () => {
  const { name, bytes } = await save('Facts (CSV)')
  expect(name).toBe('ai-practitioner-facts.csv')
  const rows = readCsv(strFromU8(bytes))
  expect(rows.some((row) => row.includes('AWS owned key') && row.includes('AWS alone'))).toBe(true)
})

test('questions are saved for Moodle, those beside the notes too', async () => {
  const items = `# Keys\n\n## Which key is the customer's alone?\n
- [ ] AWS owned key
  - AWS has it.
- [x] Customer managed key
  - The customer has it.
- [ ] AWS managed key
  - AWS manages it.
- [ ] Session key
  - It is gone soon.
`
  const { name, bytes } = await save('Questions for Moodle (GIFT)', { items })
  expect(name).toBe('ai-practitioner-gift.txt')
  const text = strFromU8(bytes)
  expect(text).toContain('$CATEGORY: AI Practitioner/Keys and roles')
  expect(text).toContain("Which key is the customer's alone?")
  expect(text).toContain('=Customer managed key#The customer has it.')
})

test('what was done is saved, an event a row', async () => {
  const { name, bytes } = await save('What you did here (CSV)', {
    past: ({ facts }) =>
      facts.slice(0, 1).map(({ id }) => ({
        kind: 'reviewed',
        fact: id,
        card: cardIdOf(`${id}~forward`),
        grade: 'good',
        daysAgo: 2,
      })),
  })
  expect(name).toBe('retain-history.csv')
  const [, event] = readCsv(strFromU8(bytes))
  expect(event).toContain('reviewed')
  expect(event).toContain('2026-11-22T12:00:00.000Z')
})

test('when the text of the course cannot be fetched, that is said, and trying again may work', async () => {
  let tries = 0
  const { user } = open('/settings', {
    fetchTopic: (topic) => {
      tries += 1
      return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(topic)
    },
  })
  const button = await screen.findByRole('button', { name: 'Facts (CSV)' })
  await user.click(button)
  await screen.findByText(/could not be made/)
  expect(saved).toEqual([])
  await user.click(button)
  await screen.findByText(/was handed to your browser/)
  expect(saved.map(({ name }) => name)).toEqual(['ai-practitioner-facts.csv'])
})
