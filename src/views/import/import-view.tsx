import { PAGES } from '../../model/page.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import.module.css'

const EXAMPLE = `# Networking basics

> **Exam tip:** “Which port” questions are about **the server’s side**.

| Protocol | Port | Encrypted |
|---|---|---|
| HTTP | 80 | No |
| HTTPS | 443 | Yes |
| SSH | 22 | Yes |
| DNS | 53 | No |`

/** How notes of one's own become a course. */
export function ImportView() {
  return (
    <Page
      title="Notes of your own"
      width="narrow"
      lead="Any exam whose notes are Markdown becomes a course: tables, tips, traps, scenarios and terms."
    >
      <div className={styles['panels']}>
        <Panel aria-labelledby="how">
          <h2 id="how">How</h2>
          <ol className={styles['steps']}>
            <li>
              Put your Markdown files into a folder of their own under <code>content/</code>, next to{' '}
              <code>aif-c01</code>.
            </li>
            <li>
              Run <code>npm run dev</code>: the course is there, and an edit shows in the open page at once.
            </li>
            <li>
              <code>npm run --silent notes -- content/your-course --emit diagnostics</code> says of every block what
              became of it, and why.
            </li>
          </ol>
        </Panel>
        <Panel aria-labelledby="example">
          <h2 id="example">Ten lines that are a course</h2>
          <pre className={styles['example']} tabIndex={0} role="region" aria-label="Example of notes">
            <code>{EXAMPLE}</code>
          </pre>
          <p>
            They give eight facts and a tip: cards such as “HTTPS: Port?”, questions whose wrong options are the other
            rows’ answers, and entries of the search.
          </p>
        </Panel>
        <ButtonRow>
          <ButtonLink to={PAGES.study}>The notes that are here</ButtonLink>
        </ButtonRow>
      </div>
    </Page>
  )
}
