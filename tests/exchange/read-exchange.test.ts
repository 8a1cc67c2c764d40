import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { cardsOf } from '../../src/engines/cards/cards-of-fact.ts'
import { ankiText } from '../../src/exchange/anki-text.ts'
import { csvRow } from '../../src/exchange/csv.ts'
import { FACT_COLUMNS, factsCsv } from '../../src/exchange/facts-csv.ts'
import { readExchange } from '../../src/exchange/read-exchange.ts'
import type { Fact } from '../../src/model/fact.ts'
import { courseId } from '../../src/model/ids.ts'
import { compileAll } from '../../src/node/read-notes.ts'

const compiled = (files: Parameters<typeof compileCourse>[1]) => compileCourse(courseId('again'), files).value
const factsIn = ({ topics }: ReturnType<typeof compiled>): readonly Fact[] => topics.flatMap(({ facts }) => facts)
const read = (path: string, text: string) => readExchange({ path, text }) ?? { files: [], remarks: [] }

/** What cards these notes give: fronts and backs. */
function cardsIn(files: Parameters<typeof compileCourse>[1]): readonly (readonly [string, string])[] {
  const facts = factsIn(compiled(files))
  return facts.flatMap((fact) =>
    cardsOf(
      fact,
      facts.filter(({ set }) => set === fact.set),
    ).map(({ front, back }) => [front, back] as const),
  )
}

describe('facts that were saved as CSV', () => {
  const said = (fact: Fact): string => {
    const { kind, path, subject, attribute, value, withheld, notes } = fact
    const cloze = 'cloze' in fact ? fact.cloze : []
    return JSON.stringify([kind, path.slice(1), subject, attribute, value, withheld, notes.length, cloze])
  }

  test('are the same when they come back as notes: those of the built-in course', () => {
    for (const { value } of compileAll('content')) {
      const again = compiled(read('facts.csv', factsCsv(value.topics)).files)
      expect(factsIn(again).map(said).toSorted()).toEqual(factsIn(value).map(said).toSorted())
      expect(again.topics.map(({ title }) => title)).toEqual(value.topics.map(({ title }) => title))
    }
  })

  const examples = [...readFileSync('docs/notes-format.md', 'utf8').matchAll(/^```md\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => (text.startsWith('# ') ? text : `# Example\n\n${text}`))
    .map((text) => compiled([{ path: 'example.md', text }]))
    .filter((course) => factsIn(course).length > 0)

  test.each(examples.map((course) => [factsIn(course)[0]?.subject ?? '', course] as const))(
    'are the same when they come back as notes: those about %s in the documentation',
    (_, course) => {
      const again = compiled(read('facts.csv', factsCsv(course.topics)).files)
      expect(factsIn(again).map(said).toSorted()).toEqual(factsIn(course).map(said).toSorted())
    },
  )

  test('are known by their headings, also when a spreadsheet saved them with semicolons', () => {
    const row = ['x', 'term', 'Nets', '', 's', '', 'SSH', 'means', 'Secure shell', '', '', '', '']
    for (const separator of [',', ';', '\t']) {
      const text = `\uFEFF${FACT_COLUMNS.join(separator)}\r\n${row.join(separator)}\r\n`
      expect(read('facts.csv', text).files).toEqual([
        { path: 'facts.md', text: '# Nets\n\n| Term | Definition |\n|---|---|\n| SSH | Secure shell |\n\n' },
      ])
    }
    expect(readExchange({ path: 'other.csv', text: 'id,name\n1,x\n' })).toBeNull()
  })

  test('of several topics are several files in one folder', () => {
    const rowOf = (topic: string): string => csvRow(['x', 'term', topic, '', 's', '', 'A', 'means', 'B'])
    const { files } = read('deep/all.csv', [csvRow(FACT_COLUMNS), rowOf('Über A'), rowOf('C/D')].join('\n'))
    expect(files.map(({ path }) => path)).toEqual(['deep/all/01-uber-a.md', 'deep/all/02-c-d.md'])
  })

  test('that are none at all are told so', () => {
    expect(read('facts.csv', csvRow(FACT_COLUMNS))).toEqual({
      files: [],
      remarks: [{ path: 'facts.csv', why: 'There are no facts in it.' }],
    })
  })
})

describe('cards from Anki', () => {
  const HEAD = '#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n'

  test('become notes that ask the same, one way or both', () => {
    const { files, remarks } = read(
      'my cards.txt',
      `${HEAD}Basic\tNets\tPort of SSH?\t22\nBasic (and reversed card)\tNets::Names\tDNS\tNames to addresses\n`,
    )
    expect(remarks).toEqual([])
    expect(files.map(({ path }) => path)).toEqual(['my cards.md'])
    expect(cardsIn(files)).toEqual([
      ['Port of SSH?', '22'],
      ['DNS', 'Names to addresses'],
      ['Names to addresses', 'DNS'],
    ])
    expect(compiled(files).topics[0]?.sections.map(({ title }) => title)).toEqual(['my cards', 'Nets', 'Names'])
  })

  test('with blanks become sentences with the same blanks, whatever their signs would mean in a list', () => {
    const sentences = [
      '{{c1::HTTPS::abbreviation}} is HTTP over {{c2::TLS}}',
      '{{c1::Paris}}: the capital of {{c1::France}}',
      'A port - {{c1::22}} - is for SSH',
      '1. {{c1::First}} comes * and _ and [x]',
    ]
    const { files } = read('c.txt', `${HEAD}${sentences.map((sentence) => `Cloze\tA\t${sentence}\t\n`).join('')}`)
    expect(new Set(cardsIn(files).map(String))).toEqual(
      new Set(
        [
          ['[…] is HTTP over TLS', 'HTTPS'],
          ['HTTPS is HTTP over […]', 'TLS'],
          ['[…]: the capital of France', 'Paris'],
          ['Paris: the capital of […]', 'France'],
          ['A port - […] - is for SSH', '22'],
          ['1. […] comes * and _ and [x]', 'First'],
        ].map(String),
      ),
    )
  })

  test('leave out what notes cannot hold, and say so', () => {
    const { files, remarks } = read(
      'deck.txt',
      `${HEAD}Basic\tA\t<img src="a.png">What is it?\tA cat [sound:cat.mp3]\nBasic\tA\t<img src="b.png">\tA dog\n`,
    )
    expect(cardsIn(files)).toEqual([['What is it?', 'A cat']])
    expect(remarks).toEqual([
      { path: 'deck.txt', why: '3 pictures and sounds were left out: notes are text alone.' },
      { path: 'deck.txt', why: 'One card was left out: a front or a back has no words.' },
    ])
  })

  test('of which none has words are refused with a reason', () => {
    expect(read('deck.txt', '#separator:tab\n#html:true\n')).toEqual({
      files: [],
      remarks: [{ path: 'deck.txt', why: 'There are no cards in it that have a front and a back in words.' }],
    })
  })

  test('say what they said, whatever signs of Markdown and HTML are in their words', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'ab1 \\`*_[]<>|~&{}$^=%#!()+-.:;"\'/?'), minLength: 1, maxLength: 24 })
      .map((text) => `w${text}w`.replace(/\s+/g, ' '))
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 5 }), words, (fronts, back) => {
        const notes = fronts.map((front) => ({ guid: front, deck: 'A', front, back, tags: [] }))
        const cards = cardsIn(read('deck.txt', ankiText(notes)).files)
        // Notes ask a thing once: of fronts that read alike, the compiler says so and asks each.
        expect(cards.map(([, answer]) => answer)).toEqual(fronts.map(() => back))
        expect(cards.map(([front]) => front)).toEqual(fronts)
      }),
      { numRuns: 300 },
    )
  })

  const HOSTILE: readonly (readonly [string, string])[] = [
    ['a script', `${HEAD}Basic\tA\t<script>alert(1)</script>Q\t<img src=x onerror=alert(1)>A\n`],
    ['tags that never end', `${HEAD}Basic\tA\t${'<a '.repeat(50_000)}\tb\n`],
    ['comments that never end', `${HEAD}Basic\tA\t${'<!--'.repeat(50_000)}\tb\n`],
    ['scripts that never end', `${HEAD}Basic\tA\t${'<script>'.repeat(50_000)}\tb>\n`],
    ['blanks in blanks', `${HEAD}Basic\tA\t${'{{c1::'.repeat(20_000)}x${'}}'.repeat(20_000)}\tb\n`],
    ['quote marks that are never closed', `${HEAD}${'"a\t'.repeat(20_000)}\n`],
    ['quote marks alone', `${HEAD}${'"'.repeat(99_999)}\n`],
    ['a line of a million signs', `${HEAD}Basic\tA\t${'x'.repeat(1_000_000)}\tb\n`],
    ['a million columns', `${HEAD}${'x\t'.repeat(1_000_000)}\n`],
    ['signs that cannot be seen', `${HEAD}Basic\tA\tq\0\u001F\u2028\u202E\tb\u0007\n`],
    ['headers without an end', '#separator:tab'],
    ['a column that is none', '#separator:tab\n#html:true\n#deck column:-5\n#guid column:x\na\tb\n'],
    ['addresses that run', `${HEAD}Basic\tA\t<a href="javascript:alert(1)">x</a>\t[y](javascript:alert(1))\n`],
  ]

  test.each(HOSTILE)('with %s are text, or refused', (_, text) => {
    const { files, remarks } = read('deck.txt', text)
    expect(files.length + remarks.length).toBeGreaterThan(0)
    for (const file of files) {
      expect(file.text).not.toMatch(/(?<!\\)<(?!br>)/)
      // What is huge is for the tests of the compiler.
      const shown = file.text.length > 10_000 ? '' : JSON.stringify(compiled([file]).topics)
      expect(shown).not.toContain('"kind":"link"')
    }
  })

  test('facts of a file that asks for a table as wide as it is long are pairs', () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      csvRow(['x', 'relation', 'T', '', 's', 'L', `subject ${index}`, `attribute ${index}`, 'v']),
    )
    const { files } = read('facts.csv', [csvRow(FACT_COLUMNS), ...rows].join('\n'))
    expect(files[0]?.text.length).toBeLessThan(200_000)
    expect(files[0]?.text).toContain('subject 2999')
  })
})
