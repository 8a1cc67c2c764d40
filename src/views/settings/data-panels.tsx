import { use } from 'react'
import { useServices } from '../../stores/services.ts'
import { BackupPanel } from './backup-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import { ErasePanel } from './erase-panel.tsx'

/** What can be done with all that is stored. */
export function DataPanels() {
  const upkeep = use(useServices().upkeep())
  return (
    <>
      <BackupPanel upkeep={upkeep} />
      <CheckPanel upkeep={upkeep} />
      <ErasePanel upkeep={upkeep} />
    </>
  )
}
