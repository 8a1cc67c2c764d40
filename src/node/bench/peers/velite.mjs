import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'velite'
import { answer } from './child.mjs'
import { emptyFolder } from './empty-folder.mjs'

const config = join(import.meta.dirname, 'velite.config.mjs')

/** @param {string} folder */
function set(folder) {
  process.env['BENCH_NOTES'] = folder
  process.env['BENCH_OUT'] = emptyFolder()
}

await answer({
  build(folder) {
    set(folder)
    return build({ config, logLevel: 'silent' })
  },
  parse() {
    throw new Error('Velite reads files, not texts')
  },
  async watch(folder) {
    set(folder)
    await build({ config, logLevel: 'silent', watch: true })
    return { rebuilt: () => once(process, 'bench:rebuilt'), close: () => undefined }
  },
})
