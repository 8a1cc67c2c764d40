import type { Loading } from '../../stores/use-topics.ts'
import { Button } from './button.tsx'
import { Page } from './page.tsx'

/** What stands in place of a screen while its notes are on their way, or when they did not arrive. */
export function Waiting({
  title,
  state,
}: {
  readonly title: string
  readonly state: Exclude<Loading<unknown>, { kind: 'ready' }>
}) {
  if (state.kind === 'loading') return <Page title={title}>{null}</Page>
  return (
    <Page title={title} lead="These notes could not be loaded. You may be offline; nothing you did is lost.">
      <Button look="primary" onClick={state.retry}>
        Try again
      </Button>
    </Page>
  )
}
