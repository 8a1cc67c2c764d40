/** Whether a line is the one of dashes below a table's headings: `|---|:-:|`. Without a pipe it is a rule. */
export function isDashLine(line: string): boolean {
  return line.includes('|') && dashesIn(line) !== null
}

/** The cells of a line of dashes; null for any other line. */
export function dashesIn(line: string): readonly string[] | null {
  if (!line.includes('-') || /[^|:\-\s]/.test(line)) return null
  const cells = cellsIn(line)
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells : null
}

/** The cells of a table's line, trimmed. Pipes at its ends are none; one behind a backslash divides nothing. */
export function cellsIn(line: string): readonly string[] {
  return cellsBetween(line, false)
}

/** The same, where a pipe between backticks divides nothing either. */
export function cellsOutsideCode(line: string): readonly string[] {
  return cellsBetween(line, true)
}

function cellsBetween(line: string, keepsCode: boolean): readonly string[] {
  const text = line.trim()
  const cells: string[] = []
  let start = text.startsWith('|') ? 1 : 0
  let isCode = false
  for (let index = start; index < text.length; index += 1) {
    if (keepsCode && text[index] === '`') isCode = !isCode
    if (text[index] !== '|' || text[index - 1] === '\\' || isCode) continue
    cells.push(text.slice(start, index).trim())
    start = index + 1
  }
  const last = text.slice(start).trim()
  if (cells.length === 0 || last !== '') cells.push(last)
  return cells
}
