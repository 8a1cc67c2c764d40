import { runnerImport } from 'vite'

/**
 * Runs a command that a TypeScript module of the project exports (Node 20 cannot load TypeScript by itself).
 *
 * @param {string} path From the project's root.
 * @param {string} name Of the exported function, which takes the arguments and gives an exit code.
 * @param {readonly string[]} argv
 * @returns {Promise<number>}
 */
export async function runModule(path, name, argv) {
  const { module } = await runnerImport(`/${path}`, { configFile: false, logLevel: 'error' })
  return module[name](argv)
}
