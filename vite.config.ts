import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentPlugin } from './src/node/content-plugin.ts'
import { pagesPlugin } from './src/node/pages-plugin.ts'

const ROUTER = fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url))

export default defineConfig(({ isPreview, command }) => ({
  // Relative, so that the built app runs under any path of a static server.
  base: './',
  // The built app has a file for each address; the dev server answers all of them with index.html.
  appType: command === 'serve' && isPreview !== true ? 'spa' : 'mpa',
  // By its name the package gives its development form always: warnings for whoever writes routes.
  resolve: { alias: command === 'build' ? [{ find: /^react-router$/, replacement: ROUTER }] : [] },
  plugins: [react(), contentPlugin('content'), pagesPlugin('content')],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few requests before the first view; React and the router keep their name when only the app changes.
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|react-router|scheduler)[\\/]/, priority: 1 },
            { name: 'app', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { port: 5173 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Property tests take their time on a busy machine; how long is no matter of theirs.
          testTimeout: 60_000,
          // One a core; by itself it leaves one of them to nobody.
          maxWorkers: '100%',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/build/**', 'tests/e2e/**', 'tests/faults/**'],
        },
      },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
}))
