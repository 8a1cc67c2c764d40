/** The database that imported notes are kept in. */
export const SHELF_DATABASE = 'retain/courses'

/** Whether notes may have been imported. Browsers that cannot tell have to be asked for the shelf itself. */
export async function isShelfThere(): Promise<boolean> {
  const known = await indexedDB.databases?.()
  return known === undefined || known.some(({ name }) => name === SHELF_DATABASE)
}
