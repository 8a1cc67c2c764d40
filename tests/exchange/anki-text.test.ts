import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAnkiText, readAnkiText } from '../../src/exchange/anki-text-reader.ts'
import { ankiNotesOf } from '../../src/exchange/anki-note.ts'
import { ankiText } from '../../src/exchange/anki-text.ts'
import { compileText } from '../../src/node/read-notes.ts'

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'<>&"\'\n\t#;:{}[]/a= ') }))

describe('cards for Anki', () => {
  test('what any cards say is read back, with their decks', () => {
    const note = fc.record({
      guid: fc.string({ minLength: 1 }),
      deck: fc.constantFrom('A', 'A::B', 'Über “x”'),
      front: text,
      back: text,
      tags: fc.constant(['term']),
    })
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), (notes) => {
        const file = ankiText(notes)
        expect(isAnkiText(file)).toBe(true)
        expect(readAnkiText(file)).toEqual({
          entries: notes.map(({ deck, front, back }) => ({ deck, noteType: 'Basic', fields: [front, back] })),
          media: 0,
        })
      }),
      { numRuns: 400 },
    )
  })

  test('the file says what its columns are, and names each card by its id', () => {
    const { value } = compileText({
      path: 'kms.md',
      text: '# Keys\n\n| Term | Definition |\n|---|---|\n| KMS | <Key> & "lock" |\n',
    })
    expect(ankiText(ankiNotesOf('Security', value.topics)).split('\n')).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
      'notes/kms#keys/term/means/kms~forward\tSecurity::Keys\tWhat does it mean?<br>KMS\t&lt;Key&gt; &amp; &quot;lock&quot;\tterm',
      'notes/kms#keys/term/means/kms~reverse\tSecurity::Keys\tWhich term is it?<br>&lt;Key&gt; &amp; &quot;lock&quot;\tKMS\tterm',
      '',
    ])
  })

  test('a correction in the notes stands below the answer that it concerns', () => {
    const { value } = compileText({
      path: 'kms.md',
      text: '# Keys\n\n| Term | Definition |\n|---|---|\n| KMS | A vault[^1] |\n\n[^1]: **Disputed.** It keeps keys. Source: [docs](https://example.com)\n',
    })
    const [forward] = ankiNotesOf('Security', value.topics)
    expect(forward?.back).toMatch(/^A vault\nDisputed\. It keeps keys\./)
  })

  test('the name of a deck with colons is no deck in a deck', () => {
    const { value } = compileText({ path: 'a.md', text: '# C++: std::map\n\n- **a:** b\n- **c:** d\n' })
    expect(ankiNotesOf('One', value.topics)[0]?.deck).toBe('One::C++: std:map')
  })
})

describe('text that Anki exports', () => {
  const EXPORT = `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
abc\tBasic\tNets\t<div>Port of <b>SSH</b>?</div>\t22&nbsp;(TCP)\tports
def\tBasic (and reversed card)\tNets\tDNS\tNames &rarr; addresses\t
ghi\tCloze\tNets\t{{c1::HTTPS::abbr}} is HTTP over {{c2::TLS}}\t\t
`

  test('is known by its first line alone', () => {
    expect(isAnkiText(EXPORT)).toBe(true)
    expect(isAnkiText(`\uFEFF${EXPORT}`)).toBe(true)
    expect(isAnkiText('#html:false\na\tb')).toBe(true)
  })

  test.each([
    '# Separator: tab\n\nNotes',
    'A line\n#separator:tab\n',
    '#separator\n',
    '#separator:slash\nx',
    '#biology #html\n',
    'Front\tBack\nSSH\t22\n',
    '#html:maybe\n',
  ])('and ordinary notes are never taken for it: %j', (notes) => {
    expect(isAnkiText(notes)).toBe(false)
  })

  test('gives its words without tags, in the columns that hold the fields', () => {
    const { entries } = readAnkiText(EXPORT)
    expect(entries.map(({ fields }) => fields.map((field) => field.trim()))).toEqual([
      ['Port of SSH?', '22\u00A0(TCP)'],
      ['DNS', 'Names → addresses'],
      ['{{c1::HTTPS::abbr}} is HTTP over {{c2::TLS}}', ''],
    ])
    expect(entries.map(({ noteType }) => noteType)).toEqual(['Basic', 'Basic (and reversed card)', 'Cloze'])
  })

  test('its pictures and sounds are counted, and scripts are no words', () => {
    const { entries, media } = readAnkiText(
      '#separator:tab\n#html:true\n<img src="a.png">What is it?<script>alert(1)</script>\t[sound:a.mp3]A cat<!-- x -->\n',
    )
    expect(entries[0]?.fields).toEqual(['What is it?', 'A cat'])
    expect(media).toBe(2)
  })

  test('without HTML angle brackets are signs like others, and other separators part the fields', () => {
    expect(readAnkiText('#separator:Semicolon\n#html:false\n<b>;"a;b"\n# a remark\nc;d').entries).toEqual([
      { deck: '', noteType: '', fields: ['<b>', 'a;b'] },
      { deck: '', noteType: '', fields: ['c', 'd'] },
    ])
  })
})
