import { join } from 'node:path'
import process from 'node:process'
import { createBuilder } from '@content-collections/core'
import { answer } from './child.mjs'
import { emptyFolder } from './empty-folder.mjs'

const [config, outputDir] = [join(import.meta.dirname, 'content-collections.config.mjs'), emptyFolder()]
process.env['BENCH_CONFIG'] = import.meta.dirname
// A cache that was filled before is named by the one who measures.
const cacheDir = () => process.env['BENCH_CACHE'] ?? emptyFolder()

/** @param {string} folder */
function builderFor(folder) {
  process.env['BENCH_NOTES'] = folder
  return createBuilder(config, { configName: 'content-collections.config.mjs', outputDir, cacheDir: cacheDir() })
}

await answer({
  async build(folder) {
    const builder = await builderFor(folder)
    await builder.build()
    return builder
  },
  parse() {
    throw new Error('Content Collections reads files, not texts')
  },
  async watch(folder) {
    const builder = await builderFor(folder)
    await builder.build()
    let onEnd = () => {}
    builder.on('builder:end', () => onEnd())
    const { unsubscribe } = await builder.watch()
    return { rebuilt: () => new Promise((resolve) => (onEnd = () => resolve(undefined))), close: unsubscribe }
  },
})
