import { useSearchParams } from 'react-router'
import { CompareView } from './compare-view.tsx'
import { AttemptsView } from './attempts-view.tsx'

/** All attempts, or two of them beside each other, as the address says. */
export function HistoryView() {
  const [parameters] = useSearchParams()
  const [one, other] = parameters.getAll('compare')
  if (one === undefined || other === undefined) return <AttemptsView />
  return <CompareView key={`${one} ${other}`} names={[one, other]} />
}
