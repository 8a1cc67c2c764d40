import { Page } from '../ui/page.tsx'

/** How notes of one's own become a course. */
export function ImportView() {
  return (
    <Page title="Notes of your own" width="narrow" lead="Any exam whose notes are Markdown works.">
      <p>x</p>
    </Page>
  )
}
