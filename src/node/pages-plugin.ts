import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin, PreviewServer } from 'vite'
import { PAGES, topicPage } from '../model/page.ts'
import { compilePath, courseFolders } from './read-notes.ts'

/**
 * Writes a file for every address that is known in advance, so that a plain static server answers deep links and
 * reloads, under any path. `404.html` serves the addresses that are not known (attempts), where the server uses it.
 */
export function pagesPlugin(content: string): Plugin {
  let out = ''
  return {
    name: 'retain:pages',
    apply: (_config, { command, isPreview }) => command === 'build' || isPreview === true,
    configResolved({ root, build }) {
      out = join(root, build.outDir)
    },
    writeBundle() {
      const html = readFileSync(join(out, 'index.html'), 'utf8')
      for (const page of knownPages(content)) {
        // Servers answer /study by study.html, or by study/index.html after adding a slash: each finds its assets.
        const depth = page.split('/').length - 2
        write(join(out, `${page}.html`), withAssetsAt(html, '../'.repeat(depth) || './'))
        write(join(out, page, 'index.html'), withAssetsAt(html, '../'.repeat(depth + 1)))
      }
      write(join(out, '404.html'), html.replace('<head>', `<head><script>${FIND_BASE}</script>`))
    },
    configurePreviewServer(server: PreviewServer) {
      return () => {
        server.middlewares.use((request, response, next) => {
          if (request.headers.accept?.includes('text/html') !== true) return next()
          response.statusCode = 404
          response.setHeader('Content-Type', 'text/html')
          response.end(readFileSync(join(out, '404.html')))
        })
      }
    },
  }
}

/** Runs before anything else in 404.html: says which part of the address is the app's base, for relative links to hold. */
const FIND_BASE = `(() => {
  const known = /^(.*?\\/)(?:study|cards|quiz|search|progress|import|settings)(?:\\/|$)/.exec(location.pathname)
  const base = document.createElement('base')
  base.href = known ? known[1] : location.pathname.replace(/[^/]*$/, '')
  document.head.append(base)
})()`

function knownPages(content: string): readonly string[] {
  const topics = courseFolders(content).flatMap((folder) => compilePath(folder).value.topics)
  const fixed = Object.values(PAGES).filter((page) => page !== PAGES.today)
  return [...fixed, ...topics.map(({ id }) => topicPage(id))]
}

function withAssetsAt(html: string, prefix: string): string {
  return html.replace(/(src|href)="\.\//g, `$1="${prefix}`)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
