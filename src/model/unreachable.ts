/** Marks a branch that the types rule out. Reaching it is a defect of ours. */
export function unreachable(value: never): never {
  throw new Error(`Expected no other case, got ${JSON.stringify(value)}`)
}
