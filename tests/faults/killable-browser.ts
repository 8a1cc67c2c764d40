import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext } from '@playwright/test'
import { findBrowser } from '../../src/node/find-browser.mjs'

const ARGUMENTS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync --remote-debugging-port=0'

/** A profile on the disk, whose browser can be killed as when the power fails, and be opened again. */
export class KillableBrowser {
  private readonly profile = mkdtempSync(join(tmpdir(), 'retain-faults-'))
  private pid: number | null = null
  private address = ''
  private browser: Browser | null = null

  async open(): Promise<BrowserContext> {
    const port = join(this.profile, 'DevToolsActivePort')
    rmSync(port, { force: true })
    const path = findBrowser() || chromium.executablePath()
    const child = spawn(path, [...ARGUMENTS.split(' '), `--user-data-dir=${this.profile}`, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    })
    this.pid = child.pid ?? null
    this.address = `http://127.0.0.1:${await portIn(port)}`
    return this.connect()
  }

  /**
   * Lets go of the browser, whose pages are kept awake as long as they are watched, opens a tab in front of them, and
   * closes it after a while.
   */
  async hide(milliseconds: number): Promise<BrowserContext> {
    await this.browser?.close()
    const opened = await fetch(`${this.address}/json/new?about:blank`, { method: 'PUT' })
    const { id }: { readonly id: string } = JSON.parse(await opened.text())
    await pause(milliseconds)
    await fetch(`${this.address}/json/close/${id}`)
    return this.connect()
  }

  private async connect(): Promise<BrowserContext> {
    this.browser = await chromium.connectOverCDP(this.address)
    const [context] = this.browser.contexts()
    if (context === undefined) throw new Error('Expected the browser to have a context')
    return context
  }

  /** Ends all processes of the browser at once, without a word to any of them. */
  async kill(): Promise<void> {
    const { pid } = this
    if (pid === null) return
    this.pid = null
    process.kill(-pid, 'SIGKILL')
    // The profile is locked until the last of them is gone.
    for (let turn = 0; turn < 100 && isAlive(pid); turn += 1) await pause(20)
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function portIn(file: string): Promise<string> {
  for (let turn = 0; turn < 300; turn += 1) {
    try {
      const [port = ''] = readFileSync(file, 'utf8').split('\n')
      if (port !== '') return port
    } catch {
      // Not written yet.
    }
    await pause(50)
  }
  throw new Error('The browser did not tell its port within 15 s')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}
