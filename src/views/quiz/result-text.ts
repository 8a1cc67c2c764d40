import { domainRows } from '../../engines/exam/analysis.ts'
import { optionsInOrder } from '../../engines/exam/form.ts'
import { scoreOf } from '../../engines/exam/score.ts'
import { keyOf } from '../../engines/items/grade-item.ts'
import { isAnswer } from '../../model/attempt.ts'
import type { Chosen, FinishedAttempt } from '../../model/attempt.ts'
import type { Manifest } from '../../model/course.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { domainName } from '../ui/domain-name.ts'
import { likelyText } from '../ui/figures-text.ts'
import { notesOn } from './result-item.tsx'
import { chanceTexts, coverageText, outsideText, shareText, timeText, unscoredText } from './result-words.ts'

interface Result {
  readonly attempt: FinishedAttempt
  readonly items: ReadonlyMap<ItemId, Item>
  readonly blueprint: Manifest['blueprint']
  /** When it began, in words. */
  readonly when: string
}

/** A result as a text of its own, in Markdown: everything that stands on its page. */
export function resultText({ attempt, items, blueprint, when }: Result): string {
  const { correct, count } = scoreOf(attempt)
  const rows = domainRows(attempt)
  const coverage = blueprint === null ? null : coverageText(rows, blueprint)
  const blocks = [
    `# Result of ${plain(when)}`,
    `**${correct} of ${count} right.** ${shareText(attempt)}`,
    unscoredText(attempt) ?? '',
    timeText(attempt),
    rows.length > 0 ? '## By domain' : '',
    rows
      .map((row) => `- ${plain(domainName(row.domain, blueprint))}: ${likelyText(row.right, row.count, row.interval)}`)
      .join('\n'),
    outsideText(attempt, rows) ?? '',
    coverage ?? '',
    ...(blueprint === null ? [] : chanceTexts(attempt, blueprint)),
    '## Questions',
    ...attempt.items.map((id, index) => itemText(attempt, index, items.get(id))),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function itemText(attempt: FinishedAttempt, index: number, item: Item | undefined): string {
  if (item === undefined) return `### ${index + 1}. The notes it was made from have changed`
  const outcome = attempt.outcomes.find((each) => each.item === item.id)
  const chosen = attempt.answers.get(item.id) ?? []
  const notes = notesOn(attempt, item.id, outcome).join(', ')
  return [
    `### ${index + 1}. ${outcome?.correct === true ? 'Right' : 'Not right'}${notes === '' ? '' : ` (${notes})`}`,
    plain(item.stem),
    ...(item.exhibit === undefined ? [] : [fenced(item.exhibit)]),
    [
      `- Your answer: ${isAnswer(chosen) ? plain(answerText(item, chosen)) : 'none'}`,
      `- Right answer: ${plain(answerText(item, keyOf(item)))}`,
    ].join('\n'),
    optionsInOrder(item, attempt.settings.seed)
      .map(
        ({ text, correct, rationale }) => `- ${plain(text)} (${correct ? 'right' : 'not right'}): ${plain(rationale)}`,
      )
      .join('\n'),
    item.remarks.map(({ label, text }) => `- ${plain(label)}: ${plain(text)}`).join('\n'),
    item.references.map(({ title, address }) => `- ${plain(title)}: <${address}>`).join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

/** An answer in words, in the form in which answers are kept. */
function answerText(item: Item, chosen: Chosen): string {
  const named = (id: Chosen[number] | undefined): string =>
    item.options.find((option) => option.id === id)?.text ?? 'nothing'
  switch (item.type) {
    case 'typed':
      return chosen[0] ?? ''
    case 'matching':
      return item.prompts.map(({ text }, place) => `${text} – ${named(chosen[place])}`).join('; ')
    case 'ordering':
      return chosen.map((id, place) => `${place + 1}. ${named(id)}`).join('; ')
    default:
      return chosen.map(named).join('; ')
  }
}

/** Words that Markdown shows as they are, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= )/, '\\$1')
}

/** Text as it is, between fences that it does not hold itself. */
function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return `${fence}text\n${text}\n${fence}`
}
