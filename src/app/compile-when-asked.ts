import type { CompileNotes } from '../stores/notes-compiler.ts'

/** Compiles in a worker; what talks to it is fetched when it is first needed, since few visits compile anything. */
export const compileWhenAsked: CompileNotes = (...given) => {
  let isCancelled = false
  const running = import('./compile-in-worker.ts').then(({ compileInWorker }) => {
    const compilation = compileInWorker(...given)
    if (isCancelled) compilation.cancel()
    return compilation
  })
  return {
    result: running.then(({ result }) => result),
    questions: async () => (await running).questions(),
    cancel() {
      isCancelled = true
      // Had it not been fetched, whoever waits for the result has been told.
      void running.then(
        ({ cancel }) => cancel(),
        () => undefined,
      )
    },
  }
}
