import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../run-tool.mjs'

/**
 * Builds a script as the app is built, and a page that holds nothing else.
 *
 * @param entry From the project's root.
 * @param define Texts of the source that stand for others, as Vite has it.
 */
export async function buildScriptPage(
  entry: string,
  out: string,
  define: Readonly<Record<string, string>> = {},
): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { ...define },
    build: {
      outDir: out,
      target: 'es2023',
      reportCompressedSize: false,
      lib: { entry: join(ROOT, entry), formats: ['es'], fileName: () => 'page.js' },
    },
  })
  writeFileSync(join(out, 'index.html'), '<!doctype html><script type="module" src="./page.js"></script>')
}
