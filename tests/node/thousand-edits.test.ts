import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomFrom } from '../../src/model/random.ts'
import { acceptLedger } from '../../src/node/accept-ledger.ts'
import { compilePath } from '../../src/node/read-notes.ts'
import { rememberingCompiler, rememberingLedger } from '../../src/node/topic-cache.ts'
import { folderWith, writeIn } from './temporary-folder.ts'

const EDITS = 1000
const FILES = 4
/** Of a file. */
const MOST_PIECES = 5
const BLUEPRINT = '# Exam\n\n## Objectives\n\n| No. | Objective |\n|---|---|\n| 1.1.1 | Owners |\n'

/** Pieces of notes, that edits put in, take out, and change places of. */
const PIECES = [
  '## Keys\n\n<!-- objective: 1.1.1 -->\n\n| Key | Owner | Price |\n|---|---|---|\n| CMK | You | 1 |\n| KMS | AWS | 2 |\n',
  '## Keys\n\n| Key | Owner | Price |\n|---|---|---|\n| CMK | AWS | 1 |\n| HSM | You | 3 |\n',
  '## Roles\n\n| Role | Owner |\n|---|---|\n| Admin | You |\n| Amin | You |\n',
  '- **Role:** what one may do\n- **User:** who one is[^a]\n',
  '[^a]: **Disputed.** Perhaps.\n',
  '> **Exam tip:** it is **never** free.\n',
  'The order of a review:\n\n1. Draft\n2. Check\n3. Approve\n',
  'What is a key?\n\n- [ ] A lock\n- [x] A secret\n',
  'Tea\n1. Green\nIt is fresh.\n2. Black\nIt is not.\n',
  'An open <b>end\n',
  '| A | B |\n|---|\n| one |\n',
] as const

/** Notes that are edited at random, in every way that a save of a file can tell of. */
class Edited {
  readonly folder = folderWith({ 'course.md': BLUEPRINT })
  private readonly random = randomFrom(1)
  private readonly files = new Map<string, readonly string[]>()

  edit(): void {
    const name = `notes-${this.below(FILES)}.md`
    const pieces = this.files.get(name) ?? []
    const at = this.below(pieces.length + 1)
    switch (this.below(12)) {
      case 0:
        this.files.delete(name)
        rmSync(join(this.folder, name), { force: true })
        return
      case 1:
        writeIn(this.folder, 'course.md', this.below(2) === 0 ? BLUEPRINT : BLUEPRINT.replace('1.1.1', '1.1.2'))
        return
      case 2:
        acceptLedger(this.folder, compilePath(this.folder).value)
        return
      case 3:
        this.save(name, pieces.toReversed())
        return
      case 4:
      case 5:
        this.save(name, pieces.toSpliced(at, 1))
        return
      case 6:
        this.save(
          name,
          pieces.map((piece) => piece.replace('You', 'The customer').replace('CMK', 'KMK')),
        )
        return
      default:
        this.save(name, pieces.toSpliced(at, 0, PIECES[this.below(PIECES.length)] ?? ''))
    }
  }

  private save(name: string, pieces: readonly string[]): void {
    const kept = pieces.slice(-MOST_PIECES)
    this.files.set(name, kept)
    writeIn(this.folder, name, `# ${name}\n\n${kept.join('\n')}`)
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit)
  }
}

test('after each of 1,000 random edits, notes with a ledger give what a clean build of them gives', () => {
  const notes = new Edited()
  const [compile, check] = [rememberingCompiler(), rememberingLedger()]
  const [rules, outcomes] = [new Set<string>(), new Set<string>()]
  for (let turn = 0; turn < EDITS; turn += 1) {
    notes.edit()
    const remembered = compilePath(notes.folder, compile, check)
    const clean = compilePath(notes.folder, undefined, rememberingLedger())
    // Text is what a page is sent: the order of fields counts as well.
    const text = JSON.stringify(clean)
    if (JSON.stringify(remembered) !== text) expect(remembered).toStrictEqual(clean)
    expect(JSON.stringify(remembered) === text).toBe(true)
    // The command line also looks for renames that nobody accepted yet; the course is the same.
    const looked = compilePath(notes.folder)
    expect(JSON.stringify(looked.value)).toBe(JSON.stringify(clean.value))
    for (const { rule } of looked.diagnostics) rules.add(rule)
    outcomes.add(text)
  }
  // The edits have to be worth the name: many outcomes, with what only a ledger and a blueprint can tell.
  expect(outcomes.size).toBeGreaterThan(EDITS / 2)
  expect([...rules]).toEqual(expect.arrayContaining(['renamed-fact', 'unknown-objective', 'broken-table']))
})
