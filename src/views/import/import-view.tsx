import { useImports } from '../../stores/services.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { ChooseNotes } from './choose-notes.tsx'
import { DraftView } from './draft-view.tsx'
import styles from './import.module.css'
import { KeptCourses } from './kept-courses.tsx'
import { ImportStepView } from './step-view.tsx'

const EXAMPLE = `# Networking basics

> **Exam tip:** “Which port” questions are about **the server’s side**.

| Protocol | Port | Encrypted |
|---|---|---|
| HTTP | 80 | No |
| HTTPS | 443 | Yes |
| SSH | 22 | Yes |
| DNS | 53 | No |`

/** Takes in notes of one's own: choose, look at what they become, keep. */
export function ImportView() {
  const step = useImports((state) => state.step)
  const trouble = useImports((state) => state.trouble)
  return (
    <Page
      title="Notes of your own"
      width="narrow"
      lead="Markdown notes on any subject become a course here: tables, tips, traps, scenarios and terms. They stay in this browser."
    >
      <div className={styles['panels']}>
        {trouble !== null && (
          <p role="alert" className={styles['trouble']}>
            {trouble}
          </p>
        )}
        {step.kind === 'draft' ? <DraftView draft={step.draft} /> : <ImportStepView step={step} />}
        {step.kind !== 'draft' && step.kind !== 'compiling' && <ChooseNotes replaces={null} />}
        <KeptCourses />
        <Panel aria-labelledby="example">
          <h2 id="example">Ten lines that are a course</h2>
          <pre className={styles['example']} tabIndex={0} role="region" aria-label="Example of notes">
            <code>{EXAMPLE}</code>
          </pre>
          <p>
            They give eight facts and a tip: cards such as the port of HTTPS, questions whose wrong options are the
            other rows’ answers, and entries of the search.
          </p>
        </Panel>
      </div>
    </Page>
  )
}
