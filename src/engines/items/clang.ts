import { folded, meaningfulWords } from './answer-text.ts'
import type { Lexicon } from './lexicon.ts'
import { remembered } from './remembered.ts'

/** So many letters of two words that begin alike say that they are about the same: “approved” and “approval”. */
const ROOT = 5
/** A shorter word counts as the beginning of a longer one from so many letters on: “org-wide”, “organization”. */
const SHORTEST = 3

/** Words that stand in a question and in its key without tying the two together. */
const LINKING = new Set(
  folded(
    'about across after all any before between both can different do does during each ensure every how into may more most must never new no not only other over own per same should so such than them their they this through under use used using via what when where which while who within without',
  ).split(' '),
)

/** The beginnings of the words of a text, each once, of the parts of a name too: “bedrock:InvokeAgent” is three. */
export function rootsOf(text: string): readonly string[] {
  return rootsOnce(text)
}

const rootsOnce = remembered((text): readonly string[] => [
  ...new Set(
    meaningfulWords(text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '))
      .filter((word) => word.length >= SHORTEST && !LINKING.has(word))
      .map((word) => word.slice(0, ROOT)),
  ),
])

/** Whether an answer can be picked because it sounds like its question. */
export class Clang {
  private readonly lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  /**
   * What an answer shares with its question: roots of words, and names by any other name.
   *
   * @param about What all rows of the table are about: “model” is no clue where each is about a model.
   */
  shared(question: string, answer: string, about: string): readonly string[] {
    const [asked, common] = [rootsOnce(question), rootsOnce(about)]
    const isTie = (root: string) => !common.includes(root) && asked.some((own) => areAkin(own, root))
    const roots = rootsOnce(answer).filter(isTie)
    const names = this.lexicon.namesIn(question).filter((name) => this.lexicon.namesIn(answer).includes(name))
    return [...roots, ...names]
  }

  /** Whether a text says a root, or a name. */
  says(text: string, clue: string): boolean {
    return rootsOnce(text).some((root) => areAkin(root, clue)) || this.lexicon.namesIn(text).includes(clue)
  }

  /** Whether the key alone sounds like the question. */
  tells(question: string, key: string, others: readonly string[], about: string): boolean {
    return this.shared(question, key, about).some((clue) => !others.some((other) => this.says(other, clue)))
  }
}

function areAkin(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length < ROOT && long.length === ROOT && long.startsWith(short)
}

/** Whether all right answers have a word that no wrong one has, or all wrong ones a word that no right one has. */
export function areToldByAWord(right: readonly string[], wrong: readonly string[]): boolean {
  const isOnlyIn = (some: readonly string[], others: readonly string[]) => {
    const [first, ...rest] = some.map(rootsOnce)
    const told = others.map(rootsOnce)
    return (first ?? []).some(
      (root) => rest.every((roots) => roots.includes(root)) && !told.some((roots) => roots.includes(root)),
    )
  }
  return isOnlyIn(right, wrong) || isOnlyIn(wrong, right)
}
