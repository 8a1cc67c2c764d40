/** A stretch of text that can be found, and the folded word it is found by. `from` and `to` count code units of the text. */
export interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** Scripts written without spaces: there, each letter is a word. */
const LETTER_WORD = String.raw`(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]`
const LETTERS = String.raw`(?:(?!${LETTER_WORD})[\p{L}\p{N}]\p{M}*)+`
/** An apostrophe stays in its word (`don't`), a point stays in its number (`1.2`). */
const WORD = new RegExp(
  String.raw`${LETTER_WORD}\p{M}*|${LETTERS}(?:(?:['’](?=\p{L})|(?<=\p{N})\.(?=\p{N}))${LETTERS})*`,
  'gu',
)
/** What joins words into a compound: `multi-factor`, `bedrock:InvokeModel`, `kms.amazonaws.com`. */
const JOINER = /^[-‐‑:_.]$/
/** `Guard|Duty`, `Cloud|HSM`, `KMS|Key`; the plural of an acronym stays whole: `VPCs`. */
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u
/** A longer compound is a path or a line of dots, not a word that somebody types. */
const LONGEST_COMPOUND = 40

/** Lower case, without marks, apostrophes and the 's of a genitive. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s$|['’]/g, '')
}

/**
 * A form that a word shares with its plural: "policies" and "policy", "caches" and "cache".
 *
 * It is no word and is never shown; being wrong about "analysis" does no harm, as long as it is always wrong alike.
 */
export function singular(word: string): string {
  if (word.length <= 3) return word
  const shorter = word.replace(/ie$/, 'y').replace(/(?<=[sxz]|[cs]h)e$|(?<!s)s$/, '')
  return shorter === word ? word : singular(shorter)
}

/** The words of a text, in order; compounds are taken apart. */
export function wordsOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    const word = fold(surface)
    if (word !== '') tokens.push({ word, from: index, to: index + surface.length })
  }
  return tokens
}

/** Everything a text can be found by: its words, its compounds (`multi-factor` by "multifactor"), the humps of its words. */
export function tokensOf(text: string): readonly Token[] {
  const words = wordsOf(text)
  return [...words, ...compoundsOf(text, words), ...words.flatMap((word) => humpsOf(text, word))]
}

function compoundsOf(text: string, words: readonly Token[]): readonly Token[] {
  const compounds: Token[] = []
  let open: Token | null = null
  let parts = 0
  const close = () => {
    if (open !== null && parts > 1 && open.word.length <= LONGEST_COMPOUND) compounds.push(open)
  }
  for (const next of words) {
    if (open !== null && JOINER.test(text.slice(open.to, next.from))) {
      open = { word: open.word + next.word, from: open.from, to: next.to }
      parts += 1
    } else {
      close()
      open = next
      parts = 1
    }
  }
  close()
  return compounds
}

function humpsOf(text: string, { from, to }: Token): readonly Token[] {
  const humps = text.slice(from, to).split(HUMP)
  if (humps.length === 1) return []
  let start = from
  return humps.flatMap((hump) => {
    const word = fold(hump)
    const token = { word, from: start, to: start + hump.length }
    start = token.to
    return word === '' ? [] : [token]
  })
}
