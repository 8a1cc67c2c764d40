import { createServer } from 'node:net'

/** A port that nothing listens on, so that several copies of the project can be tested side by side. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('Expected a port to be free')
  return address.port
}
