import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DIST = join(ROOT, 'dist')

/** What the build wrote: paths below `dist/`, with slashes. */
export const FILES: readonly string[] = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join(DIST, path)).isFile())
  .map((path) => path.split(sep).join('/'))

export function filesEndingWith(end: string): readonly string[] {
  return FILES.filter((path) => path.endsWith(end))
}

/** Everything that a server would send as text. */
export const TEXTS: readonly string[] = FILES.filter((path) => /\.(?:html|js|css|svg|json|txt)$/.test(path))

export function read(path: string): string {
  return readFileSync(join(DIST, path), 'utf8')
}

/** Bytes over the wire, as a server sends them that compresses well. */
export function gzipped(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0)
}

/** The addresses that a page's own tags name. */
export function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
}

/** The file that an address in another file means. */
export function resolved(from: string, address: string): string {
  return normalize(join(dirname(from), address))
    .split(sep)
    .join('/')
}

/** Scripts and stylesheets that a script names: those it imports at once, and all of them. */
export function namedIn(script: string): { readonly atOnce: readonly string[]; readonly all: readonly string[] } {
  const code = read(script)
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, address = '']) => resolved(script, address))
  return {
    atOnce: found(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`\s]+\.js)["'`]/g),
    all: found(/["'`](\.{1,2}\/[^"'`\s]+\.(?:js|css))["'`]/g),
  }
}

/** The scripts that are fetched before the first view can be drawn. */
export function entryScripts(): readonly string[] {
  const found = new Set(
    addressesIn(read('index.html'))
      .filter((address) => address.endsWith('.js'))
      .map(own),
  )
  for (const script of found) for (const other of namedIn(script).atOnce) found.add(other)
  return [...found]
}

const own = (address: string): string => resolved('index.html', address)
