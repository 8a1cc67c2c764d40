declare module 'sql.js' {
  interface Result {
    readonly columns: readonly string[]
    readonly values: readonly (readonly (string | number | Uint8Array | null)[])[]
  }
  export class Database {
    constructor(file: Uint8Array)
    exec(sql: string): readonly Result[]
    close(): void
  }
  const start: () => Promise<{ readonly Database: typeof Database }>
  export default start
}
