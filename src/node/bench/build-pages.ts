import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import { ROOT } from '../run-tool.mjs'

/** Below the project's folder, so that the bare page finds the same React. */
const WORK = 'node_modules/.cache/retain/bench'

const BARE_HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>Bare</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./main.js"></script>
  </body>
</html>
`

const BARE_SCRIPT = `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')).render(createElement('h1', null, 'A bare page'))
`

/** The command runs through Vite, which has called this a development by now; React would be built as one. */
function forProduction(): void {
  process.env['NODE_ENV'] = 'production'
}

/** The least that React 19 can be: a root and one heading. Returns the folder it was built into. */
export async function buildBarePage(): Promise<string> {
  forProduction()
  const source = join(ROOT, WORK, 'bare-source')
  const out = join(ROOT, WORK, 'bare')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'index.html'), BARE_HTML)
  writeFileSync(join(source, 'main.js'), BARE_SCRIPT)
  await build({
    root: source,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  })
  return out
}

/** The app, built by its own settings. Returns the folder it was built into. */
export async function buildApp(): Promise<string> {
  forProduction()
  const out = `${WORK}/app`
  await build({ root: ROOT, logLevel: 'error', build: { outDir: out, emptyOutDir: true } })
  return join(ROOT, out)
}
