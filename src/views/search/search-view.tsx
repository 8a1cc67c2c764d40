import { useSearchParams } from 'react-router'
import { useSearchIndex } from '../../stores/use-search.ts'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { HitList } from './hit-list.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search.module.css'

const LIMIT = 50

/** The search as a page: the address holds the query, so that a result can be kept and shared. */
export function SearchView() {
  const [parameters, setParameters] = useSearchParams()
  const query = parameters.get('q') ?? ''
  const index = useSearchIndex()
  const ask = (wanted: string) => setParameters(wanted === '' ? {} : { q: wanted }, { replace: true })
  if (index.kind !== 'ready') return <Waiting title="Search" state={index} />
  return (
    <Page title="Search" width="narrow">
      <search className={styles['page']}>
        <SearchBox query={query} onType={ask} />
      </search>
      <HitList index={index.value} query={query} limit={LIMIT} onSuggestion={ask} />
      {query.trim() === '' && (
        <p className={styles['said']}>
          Words may be cut short or misspelt: “gard duty” finds GuardDuty. Press <kbd>/</kbd> anywhere to search from
          there.
        </p>
      )}
    </Page>
  )
}
