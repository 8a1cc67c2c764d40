import { domainOf } from '../model/course.ts'
import type { Rule } from '../model/diagnostic.ts'
import { folded, optionId, questionId } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'
import type { Item, Option } from '../model/item.ts'
import type { Place } from './fact-writer.ts'
import { areSame, solutionIn } from './question-key.ts'
import type { Solution } from './question-key.ts'
import { questionsIn } from './question-parts.ts'
import type { QuestionNode, QuestionParts } from './question-parts.ts'
import type { SourceLines } from './source-lines.ts'

const WANTED = /\b(?:choose|select|pick)\s+(?:the\s+|any\s+)?(one|two|three|four|five|[1-5])\b/i
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five']
const MARK = 'Mark the right answers with [x], or write “Answer: B” below them.'

/** Collects the questions of one topic that the notes hold as they are asked, and says of each other why it is none. */
export class QuestionWriter {
  readonly items: Item[] = []
  /** The line of each question, by its id, and by its words with its answers. */
  private readonly taken = new Map<string, number>()
  private readonly topic: TopicId
  private readonly lines: SourceLines

  constructor(topic: TopicId, lines: SourceLines) {
    this.topic = topic
    this.lines = lines
  }

  /** Reads a block of questions. @returns How many there are that can be asked, also where the author says not to. */
  write(node: QuestionNode, place: Place, noQuiz: boolean): number {
    if (node.isKey === true) return 0
    const read = questionsIn(node).flatMap((parts) => this.itemOf(parts, place) ?? [])
    if (!noQuiz) for (const item of read) this.items.push(item)
    else if (read.length > 0) {
      const message = 'The comment “no-quiz” keeps these questions from being asked.'
      this.lines.report(
        'info',
        'no-fact',
        this.lines.at(node.line),
        message,
        'Take the comment out to have them asked.',
      )
    }
    return read.length
  }

  private itemOf(parts: QuestionParts, place: Place): Item | null {
    const { stem, options, line } = parts
    if (stem === '') {
      const hint = 'Put the question right before its answers.'
      this.lines.report('info', 'question-not-read', this.lines.at(line), 'Nothing asks what the answers answer.', hint)
      return null
    }
    const texts = options.map(({ text }) => text)
    if (parts.isRunTogether || texts.length < 2 || new Set(texts.map(textKey)).size < texts.length) {
      const message = parts.isRunTogether
        ? `Something else stands among the answers of “${stem}”.`
        : `“${stem}” has not two answers to choose from, or two that are the same.`
      const hint = 'Write each answer as an entry of its own, and leave an empty line below the last one.'
      return this.refuse('question-without-options', line, message, hint)
    }
    const solution = solutionIn(parts.solution, texts, parts.counting)
    const keys = this.keysOf(parts, solution)
    return keys === null || this.isTwin(parts, place) ? null : this.made(parts, keys, solution, place)
  }

  private keysOf({ stem, options, hasMarks, line }: QuestionParts, solution: Solution): ReadonlySet<number> | null {
    const ticked = new Set(options.flatMap(({ isMarked }, index) => (isMarked ? [index] : [])))
    const keys = hasMarks && ticked.size > 0 ? ticked : solution.keys
    const wanted = wantedIn(stem)
    const refuse = (message: string, hint = MARK) => this.refuse('question-without-key', line, message, hint)
    if (keys === null) return refuse(`Nothing says which answer of “${stem}” is right, so it is not asked.`)
    if (solution.isTorn || (solution.keys !== null && !areSame(keys, solution.keys))) {
      return refuse(`The notes give two different answers to “${stem}”, so it is not asked.`, 'Correct one of them.')
    }
    if (keys.size === options.length) return refuse(`All answers of “${stem}” are right, so it is not asked.`)
    if (wanted !== null && wanted !== keys.size) {
      return refuse(`“${stem}” asks for ${wanted} answers, and ${keys.size} are marked, so it is not asked.`)
    }
    return keys
  }

  private isTwin(parts: QuestionParts, place: Place): boolean {
    const { stem, exhibit, options, line } = parts
    const answers = options.map(({ text }) => textKey(text)).toSorted()
    const names = [
      questionId(this.topic, place.section, wholeStem(parts)),
      JSON.stringify([folded(stem), exhibit, ...answers]),
    ]
    const first = names.map((name) => this.taken.get(name)).find((at) => at !== undefined)
    for (const name of names) if (first === undefined) this.taken.set(name, this.lines.inFile(line))
    if (first === undefined) return false
    const message = `“${stem}” is asked on line ${first} already, so it is asked only as it stands there.`
    this.refuse('duplicate-question', line, message, 'Take it out, or give it words of its own.')
    return true
  }

  private made(parts: QuestionParts, keys: ReadonlySet<number>, solution: Solution, place: Place): Item {
    const { topic, lines } = this
    const { section, objective } = place
    const options = parts.options.map(({ text, below, line }, index): Option => {
      const correct = keys.has(index)
      const verdict = correct ? 'The notes mark it as right.' : 'The notes mark it as wrong.'
      const { file, line: inFile } = lines.at(line)
      const source = { topic, section, anchor: section, file, line: inFile }
      return {
        id: optionId(text),
        text,
        correct,
        rationale: below || solution.reasons.get(index) || solution.explanation || verdict,
        source,
      }
    })
    const shared = {
      id: questionId(topic, section, wholeStem(parts)),
      origin: 'authored',
      topic,
      domain: domainOf(objective),
      objective,
      // Their order in the notes is known by heart before the answer is.
      options: options.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      facts: [],
      remarks: [],
      references: solution.references,
      ...(parts.exhibit === '' ? {} : { exhibit: parts.exhibit }),
    } as const
    if (keys.size === 1) return { ...shared, type: 'choice', stem: parts.stem }
    const stem =
      wantedIn(parts.stem) === null ? `${parts.stem} (Choose ${NUMBERS[keys.size] ?? keys.size}.)` : parts.stem
    return { ...shared, type: 'response', stem, pick: keys.size }
  }

  private refuse(rule: Rule, line: number, message: string, hint: string): null {
    this.lines.report('warning', rule, this.lines.at(line), message, hint)
    return null
  }
}

/** What tells a question from others: "What does this print?" is asked of many pieces of code. */
function wholeStem({ stem, exhibit }: QuestionParts): string {
  return exhibit === '' ? stem : `${stem} ${exhibit}`
}

/** Two answers are the same when they read the same; `a*` and `a+` do not. */
function textKey(text: string): string {
  return text.toLowerCase()
}

/** How many answers the question asks for, in words or in figures. Null where it does not say. */
function wantedIn(stem: string): number | null {
  const word = WANTED.exec(stem)?.[1]?.toLowerCase()
  if (word === undefined) return null
  return /\d/.test(word) ? Number(word) : NUMBERS.indexOf(word)
}
