import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executable, launcherCopy } from './launcher-copy.ts'
import { writeIn } from './temporary-folder.ts'

const FIND = "import { findBrowser } from './src/node/find-browser.mjs'; console.log(findBrowser())"

/** A launcher in whose path these programs stand and no others. */
function withPrograms(...names: readonly string[]) {
  const { folder, run } = launcherCopy()
  for (const name of names) {
    writeIn(folder, `bin/${name}`, '#!/bin/sh\n')
    executable(join(folder, 'bin', name))
  }
  const at = (path: string) => join(folder, path)
  const asked = (code: string) => (named: string) => run(code, { PATH: at('bin'), CHROME_PATH: named })
  return { at, folder, find: asked(FIND), shell: asked(FIND.replaceAll('findBrowser', 'findShell')) }
}

// Where programs are looked for is another matter on other systems.
const onLinux = test.runIf(process.platform === 'linux')

onLinux('an installed Chromium is found in the path', () => {
  const { at, find } = withPrograms('chromium')
  expect(find('').said).toBe(`${at('bin/chromium')}\n`)
})

onLinux('Chromium comes before Chrome, Chrome before Edge', () => {
  const { at, find } = withPrograms('microsoft-edge', 'google-chrome', 'chromium')
  expect(find('').said).toBe(`${at('bin/chromium')}\n`)
  const other = withPrograms('microsoft-edge', 'google-chrome')
  expect(other.find('').said).toBe(`${other.at('bin/google-chrome')}\n`)
})

onLinux('the shell comes before all that have windows, but not before a named browser', () => {
  const { at, folder, shell } = withPrograms('chromium', 'chromium-headless-shell')
  expect(shell('').said).toBe(`${at('bin/chromium-headless-shell')}\n`)
  writeIn(folder, 'mine/browser', '')
  expect(shell(at('mine/browser')).said).toBe(`${at('mine/browser')}\n`)
})

onLinux('the browser that is named is taken, wherever it is', () => {
  const { at, folder, find } = withPrograms('chromium')
  writeIn(folder, 'mine/browser', '')
  expect(find(at('mine/browser')).said).toBe(`${at('mine/browser')}\n`)
})

onLinux('a named browser that is not there is said, and another one is taken', () => {
  const { at, find } = withPrograms('chromium')
  expect(find(at('gone')).said).toContain(`CHROME_PATH names ${at('gone')}, where there is no file; looking elsewhere.`)
  expect(find(at('gone')).said).toContain(at('bin/chromium'))
})
