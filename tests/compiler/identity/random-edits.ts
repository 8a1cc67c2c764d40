import type { Random } from '../../../src/model/random.ts'
import { shuffled } from '../../../src/model/random.ts'
import { reword, reworded, typo } from './edit-words.ts'
import { cellsOf, isDashes, isRow, joinColumns, line, nameAnew, pick, rowOf, tablesIn, upTo } from './lines.ts'
import type { Line, Notes, TableSpan } from './lines.ts'
import { answer, phrase } from './random-notes.ts'

/** One change of somebody who works on the notes. Null where there is nothing to change in this way. */
export type Edit = (notes: Notes, random: Random) => Notes | null

function changed(notes: Notes, file: string, lines: readonly Line[]): Notes {
  return { ...notes, [file]: lines }
}

function withText(notes: Notes, file: string, at: number, edit: (text: string) => string): Notes {
  const lines = notes[file] ?? []
  const old = lines[at]
  return old === undefined ? notes : changed(notes, file, lines.with(at, { ...old, text: edit(old.text) }))
}

/** Changes a table as a whole; its rows are those of the span. */
function inTable(edit: (lines: readonly Line[], span: TableSpan, random: Random) => readonly Line[] | null): Edit {
  return (notes, random) => {
    const tables = tablesIn(notes).filter(({ first, end }) => end > first)
    if (tables.length === 0) return null
    const span = pick(tables, random)
    const lines = edit(notes[span.file] ?? [], span, random)
    return lines === null ? null : changed(notes, span.file, lines)
  }
}

function inCell(edit: (text: string, random: Random) => string, isSubject: boolean): Edit {
  return inTable((lines, { header, first, end }, random) => {
    const at = first + upTo(end - first, random)
    const [old, head] = [lines[at], lines[header]]
    if (old === undefined || head === undefined) return null
    const cells = cellsOf(old.text)
    // Where the first column only counts, the second one is the subject.
    const subject = /^(?:#|No\.?)$/.test(cellsOf(head.text)[0] ?? '') ? 1 : 0
    const column = isSubject ? subject : subject + 1 + upTo(Math.max(1, cells.length - subject - 1), random)
    const cell = cells[column]
    if (cell === undefined || /^[—–-]*$/.test(cell)) return null
    return lines.with(at, { ...old, text: rowOf(cells.with(column, edit(cell, random))) })
  })
}

/** Changes what an entry, a callout or a sentence before a list begins with. */
function inEntry(edit: (text: string, random: Random) => string): Edit {
  return (notes, random) => {
    const form =
      /^((?:- |\d+\. |> )\*\*(?:Exam tip — |Key concept — )?)([^*]+?)((?:[:.])?\*\*.*)$|^(- |\d+\. |The )([^*]+?)(:?)$/s
    const places = Object.entries(notes).flatMap(([file, lines]) =>
      lines.flatMap(({ text }, at) => (form.test(text) && !text.startsWith('> **Exam tip:') ? [{ file, at }] : [])),
    )
    if (places.length === 0) return null
    const { file, at } = pick(places, random)
    return withText(notes, file, at, (text) => {
      const [, before = '', title = '', after = '', mark = '', words = '', colon = ''] = form.exec(text) ?? []
      return title === '' ? mark + edit(words, random) + colon : before + edit(title, random) + after
    })
  }
}

const headingsIn = (notes: Notes, level = /^#{2,3} /) =>
  Object.entries(notes).flatMap(([file, lines]) =>
    lines.flatMap(({ text }, at) => (level.test(text) ? [{ file, at }] : [])),
  )

/** Where a section that begins at a heading of the second level ends. */
function endOf(lines: readonly Line[], start: number): number {
  const next = lines.findIndex(({ text }, at) => at > start && /^##? |^\[\^/.test(text))
  return next < 0 ? lines.length : next
}

function moveSection(notes: Notes, from: string, start: number, to: string, random: Random): Notes {
  const lines = notes[from] ?? []
  const end = endOf(lines, start)
  const section = lines.slice(start, end)
  const left = changed(notes, from, lines.toSpliced(start, end - start))
  const target = left[to] ?? []
  const starts = target.flatMap(({ text }, at) => (text.startsWith('## ') ? [at] : []))
  const place = pick([...starts, target.length], random)
  return changed(left, to, target.toSpliced(place, 0, line(''), ...section, line('')))
}

/** The headings of a table once more, with the comment that says what kind it is. */
function headOf(lines: readonly Line[], header: number, first: number): readonly Line[] {
  const start = lines[header - 1]?.text.startsWith('<!-- table') === true ? header - 1 : header
  return lines.slice(start, first).map((each) => ({ ...each, name: nameAnew() }))
}

function inHeading(edit: (text: string, random: Random) => string): Edit {
  return (notes, random) => {
    const headings = headingsIn(notes)
    if (headings.length === 0) return null
    const { file, at } = pick(headings, random)
    return withText(notes, file, at, (text) => {
      const [, mark = '', words = ''] = /^(#+ (?:[\d.]+ )?)(.*)$/.exec(text) ?? []
      return mark + edit(words, random)
    })
  }
}

/** The edits, each with a name for the count. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'typo in a subject': inCell(typo, true),
  'reword a subject': inCell(reword, true),
  'typo in an answer': inCell(typo, false),
  'reword an answer': inCell(reworded, false),
  'typo in an entry': inEntry(typo),
  'reword an entry': inEntry(reword),
  'reorder rows': inTable((lines, { first, end }, random) => [
    ...lines.slice(0, first),
    ...shuffled(lines.slice(first, end), random),
    ...lines.slice(end),
  ]),
  'reorder sections': (notes, random) => {
    const starts = headingsIn(notes, /^## /)
    if (starts.length === 0) return null
    const { file, at } = pick(starts, random)
    return moveSection(notes, file, at, file, random)
  },
  'move a section to another file': (notes, random) => {
    const starts = headingsIn(notes, /^## /)
    if (starts.length === 0) return null
    const { file, at } = pick(starts, random)
    return moveSection(notes, file, at, pick(Object.keys(notes), random), random)
  },
  'renumber headings': (notes) => {
    let number = 0
    const renumbered = Object.entries(notes).map(([file, lines]): [string, readonly Line[]] => [
      file,
      lines.map((each) => {
        if (!each.text.startsWith('## ')) return each
        number += 1
        return { ...each, text: `## ${number}. ${each.text.replace(/^## (?:\d+\. )?/, '')}` }
      }),
    ])
    return Object.fromEntries(renumbered)
  },
  'split a table': inTable((lines, { header, first, end }, random) => {
    if (end - first < 2) return null
    const at = first + 1 + upTo(end - first - 1, random)
    const copies = headOf(lines, header, first)
    return lines.toSpliced(at, 0, line(''), ...copies)
  }),
  'split a section': inTable((lines, { header, first, end }, random) => {
    if (end - first < 2) return null
    const at = first + 1 + upTo(end - first - 1, random)
    const copies = headOf(lines, header, first)
    return lines.toSpliced(at, 0, line(''), line(`### ${phrase(3, random)}`), line(''), ...copies)
  }),
  'merge two tables': (notes, random) => {
    const tables = tablesIn(notes)
    const twins = tables.filter((span, index) => {
      const next = tables[index + 1]
      const lines = notes[span.file] ?? []
      return next?.file === span.file && lines[span.header]?.text === lines[next.header]?.text
    })
    if (twins.length === 0) return null
    const one = pick(twins, random)
    const other = tables[tables.indexOf(one) + 1]
    const lines = notes[one.file] ?? []
    if (other === undefined) return null
    const rows = lines.slice(other.first, other.end)
    joinColumns(lines[one.header]?.columns ?? [], lines[other.header]?.columns ?? [])
    return changed(
      notes,
      one.file,
      lines.toSpliced(other.header, other.end - other.header).toSpliced(one.end, 0, ...rows),
    )
  },
  'join two sections': (notes, random) => {
    const headings = headingsIn(notes)
    if (headings.length === 0) return null
    const { file, at } = pick(headings, random)
    return changed(notes, file, (notes[file] ?? []).toSpliced(at, 1))
  },
  'add a column': inTable((lines, { header, end }, random) => {
    const head = lines[header]
    if (head === undefined || lines[header - 1]?.text.startsWith('<!--') === true) return null
    const column = 1 + upTo(head.columns?.length ?? 1, random)
    const heading = phrase(2, random)
    return lines.map((each, at): Line => {
      if (at < header || at >= end) return each
      const cell = at === header ? heading : isDashes(each.text) ? '---' : answer(random)
      const text = rowOf(cellsOf(each.text).toSpliced(column, 0, cell))
      const columns = at === header ? { columns: (each.columns ?? []).toSpliced(column, 0, nameAnew()) } : {}
      return { ...each, text, ...columns }
    })
  }),
  'remove a column': inTable((lines, { header, end }, random) => {
    const count = lines[header]?.columns?.length ?? 0
    if (count < 3) return null
    const column = 1 + upTo(count - 1, random)
    return lines.map((each, at): Line => {
      if (at < header || at >= end) return each
      const columns = at === header ? { columns: (each.columns ?? []).toSpliced(column, 1) } : {}
      return { ...each, text: rowOf(cellsOf(each.text).toSpliced(column, 1)), ...columns }
    })
  }),
  'rename a column': inTable((lines, { header }, random) => {
    const head = lines[header]
    if (head === undefined) return null
    const cells = cellsOf(head.text)
    const column = upTo(cells.length, random)
    return lines.with(header, { ...head, text: rowOf(cells.with(column, reworded(cells[column] ?? '', random))) })
  }),
  'rename a heading': inHeading(reworded),
  'typo in a heading': inHeading(typo),
  'delete rows': inTable((lines, { first, end }, random) => {
    const at = first + upTo(end - first, random)
    return lines.toSpliced(at, Math.min(end - at, 1 + upTo(2, random)))
  }),
  'add a row': inTable((lines, { header, first, end }, random) => {
    const count = lines[header]?.columns?.length ?? 2
    const cells = [phrase(3, random), ...Array.from({ length: count - 1 }, () => answer(random))]
    return lines.toSpliced(first + upTo(end - first, random), 0, line(rowOf(cells)))
  }),
  'put another row in the place of one': inTable((lines, { first, end }, random) => {
    const at = first + upTo(end - first, random)
    const [, ...others] = cellsOf(lines[at]?.text ?? '')
    if (!isRow(lines[at]?.text ?? '')) return null
    return lines.with(at, line(rowOf([phrase(2, random), ...others.map(() => answer(random))])))
  }),
  'put another section in the place of one': (notes, random) => {
    const headings = headingsIn(notes, /^## /)
    if (headings.length === 0) return null
    const { file, at } = pick(headings, random)
    const lines = notes[file] ?? []
    const end = endOf(lines, at)
    const rows = ['Size', 'Count', 'Rate'].map((subject) => rowOf([subject, answer(random), answer(random)]))
    const fresh = [
      `## ${phrase(2, random)}`,
      '',
      '### Limits',
      '',
      '| What | Default | Raised |',
      '|---|---|---|',
      ...rows,
      '',
    ]
    const named = fresh.map((text) =>
      text.startsWith('| What') ? { ...line(text), columns: [nameAnew(), nameAnew(), nameAnew()] } : line(text),
    )
    return changed(notes, file, lines.toSpliced(at, end - at, ...named))
  },
}
