import { useState } from 'react'
import type { Upkeep } from '../../stores/upkeep.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useFocusAt } from '../ui/use-focus-at.ts'
import { useLoaded } from '../ui/use-loaded.ts'
import styles from './settings.module.css'

type Report = Awaited<ReturnType<Upkeep['check']>>

const UNKNOWN = { isPersistent: null, used: null, room: null }

/** What the browser promises, and a look at every stored piece. */
export function CheckPanel({ upkeep }: { readonly upkeep: Upkeep }) {
  const [state, look] = useLoaded(() => upkeep.storage().catch(() => UNKNOWN))
  const [report, setReport] = useState<Report | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { isPersistent, used, room } = state ?? UNKNOWN

  async function persist() {
    const isPromised = await upkeep.persist()
    setSaid(
      isPromised
        ? 'The browser promises to keep it.'
        : 'The browser does not promise it yet. Most do once the site is installed, bookmarked or used often; a backup helps at once.',
    )
    look()
  }
  async function check() {
    try {
      setReport(await upkeep.check())
      setSaid(null)
    } catch (error) {
      setSaid(`The check could not be finished: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  async function repair(damages: Report['damages']) {
    await upkeep.repair(damages)
    await check()
  }
  // The button of the repair goes with the damage.
  const place = useFocusAt(report === null ? 'unchecked' : String(report.damages.length))
  const repairable = report?.damages.filter(({ isNewer }) => !isNewer) ?? []
  return (
    <Panel aria-labelledby="check">
      <h2 id="check">Is it safe?</h2>
      <ul className={styles['list']}>
        <li>
          {isPersistent === true
            ? 'The browser promises not to clear it by itself.'
            : 'The browser may clear it by itself when the device runs out of room.'}
        </li>
        {used !== null && room !== null && (
          <li>
            {megabytes(used)} of {megabytes(room)} are in use.
          </li>
        )}
      </ul>
      <ButtonRow>
        <Button onClick={() => void check()}>Check my data</Button>
        {isPersistent === false && <Button onClick={() => void persist()}>Ask the browser to keep it</Button>}
      </ButtonRow>
      <div ref={place} tabIndex={-1} role="status" className={styles['status']}>
        {said !== null && <p>{said}</p>}
        {report !== null && <ReportText report={report} />}
      </div>
      {repairable.length > 0 && (
        <ButtonRow>
          <Button look="primary" onClick={() => void repair(repairable)}>
            Take the damaged pieces out
          </Button>
        </ButtonRow>
      )}
    </Panel>
  )
}

function ReportText({ report: { pieces, events, damages, putBack, hasTwoCopies } }: { readonly report: Report }) {
  return (
    <>
      <p>
        {events} {events === 1 ? 'record' : 'records'} in {pieces} {pieces === 1 ? 'piece' : 'pieces'}, each checked
        against its checksum
        {hasTwoCopies ? ', in two places.' : '. There is no second copy in this browser.'}
        {damages.length === 0 && ' All is well.'}
        {putBack > 0 && ` ${putBack} were missing in one place and were put back.`}
      </p>
      {damages.length > 0 && (
        <>
          <ul className={styles['list']}>
            {damages.map(({ place, name, records, isNewer }) => (
              <li key={place + name}>
                {records} {records === 1 ? 'record' : 'records'} in <code>{name}</code> (
                {place === 'local' ? 'localStorage' : 'database'}) cannot be read
                {isNewer ? ': a newer version of Retain wrote it. It is left as it is.' : '.'}
              </li>
            ))}
          </ul>
          <p>
            Everything that can be read is in use already, from whichever place has it. Damaged pieces can be taken out;
            they stay in the browser’s database as they are.
          </p>
        </>
      )}
    </>
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
