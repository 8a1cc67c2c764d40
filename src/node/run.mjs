/**
 * The project's commands. Each works on a fresh machine with nothing but Node: it sets up what is missing, once, and
 * says what it does. Plain JavaScript without dependencies, because it runs before any are installed.
 *
 * Use: node src/node/run.mjs start|dev|build|test|faults|notes|bench [arguments]
 */
import process from 'node:process'
import { checkNode } from './check-node.mjs'

checkNode(process.versions.node)

const { setUp } = await import('./set-up.mjs')
const { runTool } = await import('./run-tool.mjs')

const DEFAULT_PORT = '4173'
const [, , command = '', ...rest] = process.argv

/** @type {Readonly<Record<string, () => number | Promise<number>>>} */
const COMMANDS = {
  start() {
    const port = process.env['PORT'] || DEFAULT_PORT
    const built = runTool('vite', ['build', '--logLevel', 'warn'])
    if (built !== 0) return built
    return runTool('vite', ['preview', '--port', port, '--strictPort', '--host', 'localhost'])
  },
  dev: () => runTool('vite', ['dev', ...rest]),
  build: () => runTool('vite', ['build', ...rest]),
  async test() {
    const { runTests } = await import('./run-tests.mjs')
    return runTests()
  },
  async faults() {
    const { runFaults } = await import('./run-tests.mjs')
    return runFaults()
  },
  async notes() {
    const { runModule } = await import('./run-module.mjs')
    return runModule('src/node/notes-command.ts', 'notesCommand', rest)
  },
  async bench() {
    const { runModule } = await import('./run-module.mjs')
    return runModule('src/node/bench/bench-command.ts', 'benchCommand', rest)
  },
}

const run = COMMANDS[command]
if (run === undefined) {
  console.error(`There is no command “${command}”. Use one of: ${Object.keys(COMMANDS).join(', ')}.`)
  process.exit(2)
}
setUp()
process.exit(await run())
