import startSqlite from 'sql.js'

type Row = readonly (string | number | Uint8Array | null)[]

/** What the real SQLite reads in a file: the rows that each statement gives. */
export async function readWithSqlite(
  file: Uint8Array,
  ...statements: readonly string[]
): Promise<readonly (readonly Row[])[]> {
  const { Database } = await startSqlite()
  const database = new Database(file)
  try {
    return statements.map((sql) => database.exec(sql)[0]?.values ?? [])
  } finally {
    database.close()
  }
}
