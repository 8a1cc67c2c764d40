import { expect, test } from 'vitest'
import { compiled } from '../../compiler/compiled.ts'
import { itemsIn } from '../../../src/engines/items/generate-items.ts'
import { ofType, textsOf } from './tables.ts'

const TABLE = `
| Service | Use |
|---|---|
| Registrar | Keeps names |
| Watcher | Keeps figures |
| Locksmith | Keeps keys |
| Porter | Keeps doors |
`
const TRAPS = `
## Common traps

- **Registrar vs. Watcher**: A registrar records who called. A watcher draws a chart of load. Know both.
- **Rivers vs. Lakes**: Rivers flow to the sea. Lakes rest in a basin.
- **Hills**: Hills are no traps of this kind.
`
const itemsOf = (text: string) => itemsIn(compiled(`# T\n${text}`).value).filter(({ id }) => id.includes('/trap/'))

test('two names that a table knows are asked for, once by what is said of each', () => {
  const choices = ofType(itemsOf(TABLE + TRAPS), 'choice')
  expect(choices.map(({ stem }) => stem)).toEqual([
    'Which service does this describe? “Records who called”',
    'Which service does this describe? “Draws a chart of load”',
  ])
  const [first, second] = choices.map(textsOf)
  expect(first?.right).toEqual(['Registrar'])
  expect(first?.wrong).toContain('Watcher')
  expect(second?.right).toEqual(['Watcher'])
  expect(second?.wrong).toContain('Registrar')
  expect(choices[0]?.options.find(({ text }) => text === 'Registrar')?.rationale).toBe('Registrar: Records who called.')
})

test('two entries are matched with what is said of each side, once', () => {
  const [item, ...more] = ofType(itemsOf(TRAPS), 'matching')
  expect(more).toEqual([])
  const answers = item?.prompts.map(({ text, answer }) => {
    return `${text} – ${item.options.find(({ id }) => id === answer)?.text}`
  })
  expect(answers?.toSorted()).toEqual([
    'Lakes – Rest in a basin',
    'Registrar – Records who called',
    'Rivers – Flow to the sea',
    'Watcher – Draws a chart of load',
  ])
})

test('an entry that says nothing of one side, or sets nothing against another, is not asked', () => {
  expect(
    itemsOf('\n## Traps\n\n- **Rivers vs. Lakes**: Rivers flow to the sea.\n- **Hills**: Hills are high.\n'),
  ).toEqual([])
})

test('a question carries the trap that is named after its subject, and the tip of its section that speaks of it', () => {
  const topic = compiled(`# T\n\n## Keepers\n${TABLE}\n> **Exam tip:** a **porter** never sleeps.\n${TRAPS}`).value
  const [registrar, porter] = ['Registrar', 'Porter'].map((subject) =>
    itemsIn(topic).find(({ type, stem }) => type === 'choice' && stem.includes(`“${subject}”`)),
  )
  expect(registrar?.remarks.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Trap: Registrar vs. Watcher: A registrar records who called. A watcher draws a chart of load. Know both.',
  ])
  expect(porter?.remarks.map(({ label, text }) => `${label}: ${text}`)).toEqual(['Exam tip: a porter never sleeps.'])
})

test('a correction beside a row stands with its questions', () => {
  const corrected = TABLE.replace('Keeps keys', 'Keeps keys[^a]')
  const topic = compiled(
    `# T\n${corrected}\n[^a]: **Correction.** Only by day. Source: [x](https://example.org).\n`,
  ).value
  const asked = itemsIn(topic).filter(({ facts }) => facts.length === 1 && facts[0]?.includes('locksmith'))
  expect(asked.length).toBeGreaterThan(0)
  for (const { remarks } of asked) {
    expect(remarks).toMatchObject([{ label: 'Correction', text: 'Only by day. Source: x.' }])
  }
})
