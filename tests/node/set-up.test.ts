import { expect, test } from 'vitest'
import { launcherCopy } from './launcher-copy.ts'
import { writeIn } from './temporary-folder.ts'

const SET_UP = "import { setUp } from './src/node/set-up.mjs'; setUp()"

test('the packages are installed once, and it is said', () => {
  const { run, asked } = launcherCopy()
  const first = run(SET_UP)
  expect(first).toMatchObject({ code: 0, said: 'Installing packages (once) …\n' })
  expect(asked()).toHaveLength(1)
  expect(asked()[0]).toMatch(/^ci\b/)
  expect(run(SET_UP)).toEqual({ code: 0, said: '' })
  expect(asked()).toHaveLength(1)
})

test('another lockfile is another installation', () => {
  const { run, asked, folder } = launcherCopy()
  run(SET_UP)
  writeIn(folder, 'package-lock.json', '{"lockfileVersion":3,"packages":{}}')
  run(SET_UP)
  expect(asked()).toHaveLength(2)
})

test('an installation that fails is told, ends the command, and is tried again the next time', () => {
  const { run, asked } = launcherCopy('process.exit(1)')
  const failed = run(`${SET_UP}; console.log('went on')`)
  expect(failed.code).toBe(1)
  expect(failed.said).toMatch(/could not be installed\. Is the npm registry reachable\?/)
  expect(failed.said).not.toContain('went on')
  run(SET_UP)
  expect(asked()).toHaveLength(2)
})
