import { useSearchIndex } from '../../stores/use-search.ts'
import { Button } from '../ui/button.tsx'
import { HitList } from './hit-list.tsx'

interface Props {
  readonly query: string
  readonly limit: number
  readonly onSuggestion: (query: string) => void
}

/** The hits of a query, once the notes are there to be searched. */
export function FoundHits(props: Props) {
  const index = useSearchIndex()
  switch (index.kind) {
    case 'ready':
      return <HitList index={index.value} {...props} />
    case 'loading':
      return null
    case 'failed':
      return (
        <p>
          The notes could not be loaded. <Button onClick={index.retry}>Try again</Button>
        </p>
      )
  }
}
