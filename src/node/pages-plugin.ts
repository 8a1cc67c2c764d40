import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin, PreviewServer } from 'vite'
import { PAGES, topicPage } from '../model/page.ts'
import { withPolicy } from './content-security.ts'
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
        write(join(out, `${page}.html`), withPolicy(withAssetsAt(html, '../'.repeat(depth) || './')))
        write(join(out, page, 'index.html'), withPolicy(withAssetsAt(html, '../'.repeat(depth + 1))))
      }
      write(join(out, 'index.html'), withPolicy(html))
      write(join(out, '404.html'), withPolicy(findingItsAssets(html)))
    },
    configurePreviewServer(server: PreviewServer) {
      return () => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost')
          const isKnown = ['', '.html', 'index.html', '/index.html'].some((end) =>
            existsSync(join(out, pathname + end)),
          )
          if (isKnown || request.headers.accept?.includes('text/html') !== true) return next()
          response.statusCode = 404
          response.setHeader('Content-Type', 'text/html')
          response.end(readFileSync(join(out, '404.html')))
        })
      }
    },
  }
}

const ASSET = /\s*<(script|link)\b[^>]*?(?:src|href)="\.\/[^>]*>(?:<\/script>)?/g

/** The page without knowing how deep it stands: what it needs is added at once by a script that looks at the address. */
function findingItsAssets(html: string): string {
  const tags = [...html.matchAll(ASSET)].map(([tag, name]) => {
    const attributes = [...tag.matchAll(/\s([a-z]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value])
    return [name, attributes]
  })
  const bare = html.replace(ASSET, '')
  return bare.replace('</head>', `  <script>(${ADD_ASSETS})(${JSON.stringify(tags)})</script>\n  </head>`)
}

/**
 * Source of a function: it runs in 404.html, before there is any module. Where the app lies is told by the name of a
 * screen in the address; should it not lie there, the folders above the address are tried, the nearest first.
 */
const ADD_ASSETS = `(tags) => {
      globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null) })
      const folders = location.pathname.split('/').slice(1, -1)
      const above = folders.map((_, up) => '/' + folders.slice(0, folders.length - up).join('/') + '/')
      const known = /^(.*?\\/)(?:study|cards|quiz|search|progress|import|settings|about)(?:\\/|$)/.exec(location.pathname)
      const add = ([base, ...others]) => {
        const elements = tags.map(([name, attributes]) => {
          const element = document.createElement(name)
          for (const [key, value] of attributes) element.setAttribute(key, value.replace(/^\\.\\//, base))
          return element
        })
        const entry = elements.find(({ localName }) => localName === 'script')
        entry.addEventListener('error', () => {
          for (const element of elements) element.remove()
          if (others.length > 0) add(others)
        })
        document.head.append(...elements)
      }
      add([...(known ? [known[1]] : []), ...above, '/'])
    }`

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
