import { PAGES } from '../../model/page.ts'
import { ButtonLink, ButtonRow } from './button.tsx'
import { Page } from './page.tsx'

const EXPLAINED = {
  page: ['No such page', 'Nothing stands at this address. It may have been mistyped, or come from an older version.'],
  topic: ['No such topic', 'There are no notes of this name. They may have been renamed or removed.'],
  attempt: [
    'No such attempt',
    'This browser knows no attempt of this name. Attempts are kept only where they were made.',
  ],
} as const

/** Says that an address leads nowhere, and leads back. */
export function NotFoundView({ what = 'page' }: { readonly what?: keyof typeof EXPLAINED }) {
  const [title, lead] = EXPLAINED[what]
  return (
    <Page title={title} lead={lead}>
      <ButtonRow>
        <ButtonLink look="primary" to={PAGES.today}>
          Back to today
        </ButtonLink>
        <ButtonLink to={PAGES.study}>All notes</ButtonLink>
        <ButtonLink to={PAGES.search}>Search</ButtonLink>
      </ButtonRow>
    </Page>
  )
}
