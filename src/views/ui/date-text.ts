let format: Intl.DateTimeFormat | null = null

/** A moment as the reader's country writes it. */
export function dateText(at: number): string {
  // Made when it is first needed: that takes the browser a while, and the first view shows no date.
  format ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  return format.format(at)
}
