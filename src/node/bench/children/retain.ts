import { createServer } from 'vite'
import { compileCourse } from '../../../compiler/compile-course.ts'
import { contentPlugin } from '../../content-plugin.ts'
import { answer } from '../peers/child.mjs'
import { modulesOf } from './modules-of.ts'

/** The development server as it is, but for the page: what that would be sent is taken from the server's hand. */
async function watch(folder: string) {
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    plugins: [contentPlugin(folder)],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
  })
  let onSent = (_text: string): void => undefined
  Reflect.set(server.ws, 'send', (...message: readonly unknown[]) => {
    if (message[0] === 'retain:content') onSent(JSON.stringify(message))
  })
  await server.environments.client.transformRequest('virtual:content')
  return {
    rebuilt: () =>
      new Promise<string>((resolve) => {
        onSent = resolve
      }),
    close: () => server.close(),
  }
}

await answer({
  build: modulesOf,
  watch,
  parse: (text) => compileCourse('notes', [{ path: 'notes.md', text }]),
})
