const FORMAT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as the reader's country writes it. */
export function dateText(at: number): string {
  return FORMAT.format(at)
}
