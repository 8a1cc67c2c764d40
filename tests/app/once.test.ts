import { expect, test } from 'vitest'
import { once } from '../../src/app/once.ts'

test('what several ask for is fetched once', async () => {
  let fetched = 0
  const ask = once(() => Promise.resolve((fetched += 1)))
  expect(ask()).toBe(ask())
  expect(await ask()).toBe(1)
})

test('what could not be fetched is fetched when it is next asked for', async () => {
  let isOffline = true
  const ask = once(() => (isOffline ? Promise.reject(new Error('offline')) : Promise.resolve('here')))
  await expect(ask()).rejects.toThrow('offline')
  isOffline = false
  expect(await ask()).toBe('here')
})
