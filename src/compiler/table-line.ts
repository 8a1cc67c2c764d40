/** Whether a line is the one of dashes below a table's headings: `|---|:-:|`. Without a pipe it is a rule. */
export function isDashLine(line: string): boolean {
  if (!line.includes('|') || !line.includes('-') || /[^|:\-\s]/.test(line)) return false
  return cellsIn(line).every((cell) => /^:?-+:?$/.test(cell))
}

/** The cells of a table's line, trimmed. Pipes at its ends are none; one behind a backslash divides nothing. */
export function cellsIn(line: string): readonly string[] {
  const text = line.trim()
  const cells: string[] = []
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '|') {
      cells.push(text.slice(start, index).trim())
      start = index + 1
    }
  }
  const last = text.slice(start).trim()
  if (cells.length === 0 || last !== '') cells.push(last)
  return cells.length > 1 && text.startsWith('|') ? cells.slice(1) : cells
}
