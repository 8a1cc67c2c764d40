import { describe, expect, test } from 'vitest'
import { itemsFor } from '../../../src/engines/exam/form.ts'
import type { FormRequest } from '../../../src/engines/exam/form.ts'
import { itemIdOf, objectiveId } from '../../../src/model/ids.ts'
import type { Item } from '../../../src/model/item.ts'
import { item } from './exam-items.ts'

const ALL: FormRequest = { count: 65, seed: 7, topics: [], domains: [], types: [], facts: [] }

describe('a request narrows the bank by what the guide and the notes are divided into', () => {
  const at = (name: string, objective: string | null, facts: readonly string[] = []): Item => ({
    ...item(name, facts),
    objective: objective === null ? null : objectiveId(objective),
  })
  const notes = [
    at('a/5#keys/relation/x?choice', '5.1.3', ['a/5#keys/relation/x']),
    at('a/5#keys-of-state/relation/y?choice', '5.10.1', ['a/5#keys-of-state/relation/y']),
    at('a/5#keys/question/z', '5.1'),
    at('a/5#items/w', null, ['a/5#logs/relation/v', 'a/5#keys/relation/x']),
  ]
  const [x, y, z, w] = notes.map(({ id }) => id)
  test.each<[string, Partial<FormRequest>, readonly (string | undefined)[]]>([
    ['a task statement has its objectives, and not those of 5.10', { tasks: ['5.1'] }, [x, z]],
    ['several task statements', { tasks: ['5.1', '5.10'] }, [x, y, z]],
    [
      'a section has its facts and its questions, and not those of one that begins alike',
      { sections: ['a/5#keys'] },
      [x, z, w],
    ],
    ['a section that only the second fact stands in', { sections: ['a/5#logs'] }, [w]],
    ['a section of another topic', { sections: ['b/5#keys'] }, []],
    ['some items alone', { only: [itemIdOf('a/5#items/w'), itemIdOf('gone')] }, [w]],
    ['some items alone, of a section', { only: [itemIdOf('a/5#items/w')], sections: ['a/5#keys-of-state'] }, []],
    ['no items at all', { only: [] }, []],
    ['null leaves it open, and so do empty lists', { only: null, tasks: [], sections: [] }, [x, y, z, w]],
  ])('%s', (_, request, expected) => {
    expect(itemsFor(notes, { ...ALL, ...request }).map(({ id }) => id)).toEqual(expected)
  })
})
