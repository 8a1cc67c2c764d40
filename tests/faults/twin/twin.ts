import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

/** What most study apps on this stack do: the whole state as one JSON text, written anew at each answer. */
interface Twin {
  readonly cards: Readonly<Record<string, { readonly reps: number; readonly due: number; readonly stability: number }>>
  readonly reviews: number
}

const CARDS = 1_000

const twin = createStore<Twin>()(
  persist(
    () => ({
      cards: Object.fromEntries(
        Array.from({ length: CARDS }, (_, card) => [
          `aif-c01/domain-5#section/relation/attribute/subject-${card}`,
          { reps: 0, due: 0, stability: 1 },
        ]),
      ),
      reviews: 0,
    }),
    { name: 'twin' },
  ),
)

/** Reviews a card; returns when the store has been told, which is when persist has written. */
function review(): void {
  const { cards, reviews } = twin.getState()
  const id = Object.keys(cards)[reviews % CARDS] ?? ''
  const { reps = 0, stability = 1 } = cards[id] ?? {}
  const card = { reps: reps + 1, due: reviews, stability: stability * 2 }
  twin.setState({ cards: { ...cards, [id]: card }, reviews: reviews + 1 })
}

Object.assign(globalThis, { twinReview: review, twinReviews: () => twin.getState().reviews })
