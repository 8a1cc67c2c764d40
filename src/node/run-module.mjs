import { runnerImport } from 'vite'

/**
 * Loads a TypeScript module of the project (Node 20 cannot by itself).
 *
 * @param {string} path From the project's root.
 * @returns {Promise<Record<string, (argv: readonly string[]) => Promise<number>>>}
 */
export async function runModule(path) {
  const { module } = await runnerImport(`/${path}`, { configFile: false, logLevel: 'error' })
  return module
}
