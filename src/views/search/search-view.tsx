import { useEffect, useState } from 'react'
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router'
import { Page } from '../ui/page.tsx'
import { FoundHits } from './found-hits.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search.module.css'

const LIMIT = 50

/** The search as a page: the address holds the query, so that a result can be kept and shared. */
export function SearchView() {
  const [parameters, setParameters] = useSearchParams()
  const address = parameters.get('q') ?? ''
  // The address follows the typing, later than the next key may come; the field must not wait for it.
  const [query, setQuery] = useState(address)
  const arrival = useNavigationType()
  const { key } = useLocation()
  useEffect(() => {
    if (arrival !== NavigationType.Replace) setQuery(address)
  }, [key])

  function ask(wanted: string) {
    setQuery(wanted)
    setParameters(wanted === '' ? {} : { q: wanted }, { replace: true })
  }

  return (
    <Page title="Search" width="narrow">
      <search className={styles['page']}>
        <SearchBox query={query} onType={ask} />
      </search>
      <FoundHits query={query} limit={LIMIT} onSuggestion={ask} />
      {query.trim() === '' && (
        <p className={styles['said']}>
          Words may be cut short or misspelt: “gard duty” finds GuardDuty. Press <kbd>/</kbd> anywhere to search from
          there.
        </p>
      )}
    </Page>
  )
}
