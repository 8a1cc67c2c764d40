import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../run-tool.mjs'

const OUT = 'node_modules/.cache/retain/bench/children'
const NAMES = ['retain', 'course', 'facts', 'markdown-it'] as const

/** Makes plain JavaScript of the children that are TypeScript, as Vite does with its settings. Returns their folder. */
export async function buildChildren(): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: NAMES.map((name) => join(ROOT, `src/node/bench/children/${name}.ts`)) },
    },
  })
  return join(ROOT, OUT)
}
