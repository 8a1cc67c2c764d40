import { screen } from '@testing-library/react'
import { generateItems } from '../../src/engines/items/generate-items.ts'
import type { StartSettings } from '../../src/journal/event.ts'
import { attemptId } from '../../src/model/ids.ts'
import type { ItemId } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { open } from './opened.tsx'

type Opened = ReturnType<typeof open>

const MINE = attemptId('mine')

/** Choices out of the notes, about a fact each. */
function choices({ facts }: Topic, count: number): readonly ItemId[] {
  const all = generateItems(facts).filter(({ type }) => type === 'choice')
  return all.slice(0, count).map(({ id }) => id)
}

/** An attempt that began a moment ago, as its settings say. */
export async function begun(
  settings: Partial<StartSettings>,
  more: Parameters<typeof open>[1] = {},
  extra: ItemId[] = [],
) {
  const opened = open('/quiz/mine', {
    ...more,
    past: (topic) => [
      {
        kind: 'attempt-started',
        attempt: MINE,
        items: [...choices(topic, 3), ...extra],
        settings: { mode: 'practice', minutes: null, seed: 1, ...settings },
        daysAgo: 0,
      },
    ],
  })
  await screen.findByTestId('item')
  return opened
}

export function attemptOf({ journal }: Opened) {
  const log = journal.getState().learned.attempts.get(MINE)
  const attempt = log === undefined ? null : replayAttempt(log)
  if (attempt === null) throw new Error('Expected the attempt to be kept')
  return attempt
}

export const index = () => screen.getByTestId('item').dataset['index']
export const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
export const options = () => screen.getAllByRole<HTMLInputElement>('radio')
/** What is said to who does not see it, and what is told over the screen's head. */
export const told = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('\n')
