import { expect, test } from 'vitest'
import { cardIdOf } from '../../src/model/ids.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { compile, MemoryShelf, opened, PORTS, ports } from './imports.ts'

test('what was learnt of a fact that a newer version rewords counts for it, also at the next visit', async () => {
  const [shelf, storage] = [new MemoryShelf(), new TemporaryStorage()]
  const first = opened(shelf, compile, storage)
  const factIds = () => [...first.courses.getState().topics.values()].flatMap(({ facts }) => facts.map(({ id }) => id))
  const remembered = ({ journal }: typeof first) => [...journal.getState().learned.memories.keys()]
  await first.now().open(ports, [], null)
  await first.now().keep('Networks')
  const [fact] = factIds()
  if (fact === undefined) throw new Error('Expected a fact')
  first.journal.getState().record({ kind: 'reviewed', fact, card: cardIdOf(`${fact}~forward`), grade: 'good' })
  const rewordings = ['| Protocol | Port number |', '| Protocol | Usual port numbers |']
  for (const heading of rewordings) {
    const [kept] = first.now().kept
    const text = PORTS.replace('| Protocol | Port |', heading)
    await first.now().open([{ path: 'Network notes.md', text }], [], kept ?? null)
    expect(first.now().step).toMatchObject({ kind: 'draft', draft: { renames: { length: 2 } } })
    await first.now().keep('Networks')
    expect(remembered(first)).toEqual([factIds()[0]])
  }
  const next = opened(shelf, compile, storage, 'next page')
  expect(remembered(next)).toEqual([fact])
  await next.now().restore()
  expect(remembered(next)).toEqual([factIds()[0]])
})

test('a fact of a newer version that could be either of two takes over no history, and the remarks say so', async () => {
  const { now } = opened()
  const notes = (entries: string) => [{ path: 'a.md', text: `# A\n\nWhat is kept:\n\n${entries}` }]
  await now().open(notes('- Prompt template\n- Prompt templates\n- Answers\n'), [], null)
  await now().keep('A')
  await now().open(notes('- Prompt templatte\n- Answers\n'), [], now().kept[0] ?? null)
  expect(now().step).toMatchObject({ draft: { renames: [] } })
  const { step } = now()
  const rules = step.kind === 'draft' ? step.draft.diagnostics.map(({ rule }) => rule) : []
  expect(rules.filter((rule) => rule === 'ambiguous-rename')).toHaveLength(2)
})
