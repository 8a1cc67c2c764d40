import type { Inline } from '../model/inline.ts'
import type { MarkdownNode, MarkdownParagraph, MarkdownTable } from './markdown-tree.ts'

const QUESTION = /^(?:questions?|prompt|stem|frage|pregunta|pergunta)$/i
const ANSWER = /^(?:correct )?(?:answers?|ans|key|antwort|lösung|respuesta|resposta)(?: correcta| correta)?$/i
const EXPLANATION = /^(?:explanation|rationale|reason|why|erklärung|explicaci[oó]n|explica[cç][aã]o)$/i

/** A table whose rows are questions, with a column for each answer to choose from: the questions. Null for any other. */
export function questionsInTable(table: MarkdownTable): readonly MarkdownNode[] | null {
  const { headings, rows } = table
  const stem = headings.findIndex((heading) => QUESTION.test(heading))
  const key = headings.findIndex((heading) => ANSWER.test(heading))
  const why = headings.findIndex((heading) => EXPLANATION.test(heading))
  const options = [...'ABCDEFGH'].flatMap((letter) => {
    const column = headings.findIndex((heading) =>
      new RegExp(`^(?:option |answer |choice )?${letter}[.)]?$`, 'i').test(heading),
    )
    return column < 0 ? [] : [{ letter, column }]
  })
  const isOrdered = options.every(({ letter }, index) => letter === 'ABCDEFGH'[index])
  if (stem < 0 || key < 0 || options.length < 2 || !isOrdered) return null
  return rows.map(({ cells, words, line }): MarkdownNode => {
    const paragraph = (text: readonly Inline[]): MarkdownParagraph => ({
      kind: 'paragraph',
      text,
      line,
      lastLine: line,
    })
    const said = (mark: string, column: number) => paragraph([{ kind: 'text', text: mark }, ...(cells[column] ?? [])])
    const entries = options
      .filter(({ column }) => (words[column] ?? '') !== '')
      .map(({ letter, column }) => ({ children: [said(`${letter}. `, column)], line }))
    const children: readonly MarkdownNode[] = [
      paragraph(cells[stem] ?? []),
      { kind: 'list', ordered: false, start: 1, entries, line },
      said('Answer: ', key),
      ...(why < 0 || words[why] === '' ? [] : [said('Explanation: ', why)]),
    ]
    return { kind: 'question', children, stem: null, line }
  })
}
