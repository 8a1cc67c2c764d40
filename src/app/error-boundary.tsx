import { Component } from 'react'
import type { ReactNode } from 'react'
import styles from './error-boundary.module.css'

interface Props {
  /** Where the app is served. */
  readonly base: string
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
}

/** Catches defects of ours, and parts of the app that could not be fetched: says so, and leads back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const isFetch = /dynamically imported module|module script|preload CSS|fetch/i.test(error.message)
    return (
      <main className={styles['failure']}>
        <h1>{isFetch ? 'A part of the app could not be loaded' : 'Something went wrong here'}</h1>
        <p>
          {isFetch
            ? 'You may be offline, or the app was updated since you opened it.'
            : 'This is a defect of the app, not of yours.'}{' '}
          What was stored before is still there.
        </p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            Load the page again
          </button>{' '}
          <a href={this.props.base}>Back to today</a>
        </p>
        <details>
          <summary>What happened</summary>
          <pre>{error.message}</pre>
        </details>
      </main>
    )
  }
}
