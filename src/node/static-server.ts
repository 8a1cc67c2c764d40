import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface StaticServer {
  readonly address: string
  readonly close: () => void
}

/**
 * Serves a folder as plain hosts do: files gzipped, `x` answered by `x.html` or `x/index.html`, 404.html for the rest.
 *
 * @param base The path that the folder is served under.
 * @param headers Are sent with every file.
 */
export async function serveFolder(
  folder: string,
  base = '/',
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = path.startsWith(base) ? join(folder, path.slice(base.length)) : null
    const found = inside === null ? undefined : [inside, `${inside}.html`, join(inside, 'index.html')].find(isFile)
    const sent = found ?? join(folder, '404.html')
    if (inside === null || !isFile(sent)) {
      response.writeHead(404).end()
      return
    }
    const body = packed.get(sent) ?? gzipSync(readFileSync(sent), { level: 9 })
    packed.set(sent, body)
    response.writeHead(found === undefined ? 404 : 200, {
      ...headers,
      'Content-Type': TYPES[extname(sent)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
    })
    response.end(body)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('Expected the server to listen on a port')
  return { address: `http://127.0.0.1:${bound.port}${base}`, close: () => server.close() }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
