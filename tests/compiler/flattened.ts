/** Notes as they are when they are copied from their page: without heading marks, fences, bold, comments, footnotes. */
export function flattened(markdown: string): string {
  const lines: string[] = []
  let isFenced = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith('[^')) break
    if (line.startsWith('```')) {
      isFenced = !isFenced
    } else if (isFenced) {
      lines.push(line.trim())
    } else if (line !== '' && !line.startsWith('<!--')) {
      lines.push(...shown(line.replace(/\[\^[^\]]+\]/g, '')))
    }
  }
  return `${lines.join('\n')}\n`
}

/** The lines that a page shows for one of Markdown. A first cell of code loses its pipe and its row. */
function shown(line: string): readonly string[] {
  const cells = line.startsWith('| `') ? line.slice(2).split(' | ') : null
  if (cells !== null) return [`${plain(cells[0] ?? '')} |`, plain(cells.slice(1).join(' | '))]
  const [, label, text] = /^> \*\*([\w ]+) — [^*]+\*\* (.*)$/.exec(line) ?? []
  if (label !== undefined) return [`${label.replace(/\b\w/g, (letter) => letter.toUpperCase())}: ${plain(text ?? '')}`]
  return [plain(line.replace(/^#+ /, '').replace(/^-(?= )/, '-'))]
}

function plain(text: string): string {
  return text.replace(/\*\*|`/g, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}
