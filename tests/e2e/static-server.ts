import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { extname, join } from 'node:path'

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

/** A server as plain as they come: files of a folder under a path, `x` for `x.html`, and 404.html for the rest. */
export async function serveFolder(folder: string, base: string): Promise<StaticServer> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = decodeURIComponent(pathname)
    const inside = path.startsWith(base) ? join(folder, path.slice(base.length)) : null
    const file = inside === null ? undefined : [inside, `${inside}.html`, join(inside, 'index.html')].find(isFile)
    response.statusCode = file === undefined ? 404 : 200
    const sent = file ?? join(folder, '404.html')
    response.setHeader('Content-Type', TYPES[extname(sent)] ?? 'application/octet-stream')
    response.end(inside === null ? 'Not here' : readFileSync(sent))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  return { address: `http://127.0.0.1:${port}${base}`, close: () => server.close() }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
