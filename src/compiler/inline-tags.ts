import type { Token } from 'markdown-it'

/** What is done with an HTML tag in a line of text. */
type Use = 'strong' | 'em' | 's' | 'code' | 'sup' | 'sub' | 'link' | 'dropped'

const USES: ReadonlyMap<string, Use> = new Map([
  ...named('strong', 'b strong mark'),
  ...named('em', 'i em var cite dfn'),
  ...named('s', 's del strike'),
  ...named('code', 'code kbd samp tt'),
  ...named('sup', 'sup'),
  ...named('sub', 'sub'),
  ...named('link', 'a'),
  ...named(
    'dropped',
    'u ins span font small big center div p abbr q label bdi bdo nobr wbr ruby rb rt rp time data address aside article section header footer nav main figure figcaption picture source details summary hr input ul ol li dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 blockquote',
  ),
])

function named(use: Use, names: string): readonly (readonly [string, Use])[] {
  return names.split(' ').map((name) => [name, use] as const)
}

interface Tag {
  readonly name: string
  readonly isClose: boolean
  readonly use: Use
}

/** The tag, if it only says how words look. Null for any other: `<your-bucket>` is meant to be read. */
function tagOf(html: string): Tag | null {
  const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?\/?>$/i.exec(html) ?? []
  const use = USES.get(name.toLowerCase())
  return use === undefined ? null : { name: name.toLowerCase(), isClose: slash !== '', use }
}

/** Whether a tag asks a page to do something. Any other that is not known is a placeholder, and meant to be read. */
export function isActive(html: string): boolean {
  return /^<\/?(?:script|style|iframe|object|embed|form|button|select|option|textarea|video|audio|svg|canvas|link|meta|base|math|template|frame|applet|marquee)\b/i.test(
    html,
  )
}

/** Whether a tag only says how words look, or where they stand. */
export function isHarmless(html: string): boolean {
  return tagOf(html) !== null
}

/** The value of an attribute of a tag, in quotes or bare. Empty where it has none. */
export function attributeIn(html: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(html)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

/**
 * The tags of a text that only say how words look: by their place, with the place of their other end; null for one that
 * has none, or whose other end stands in another mark. Such tags are read away, and nothing is ever executed: what is
 * not known here stays text.
 */
export function tagsIn(tokens: readonly Token[]): ReadonlyMap<number, TagUse> {
  if (!tokens.some(({ type }) => type === 'html_inline')) return NONE
  const tags = new Map<number, TagUse>()
  const open: { readonly name: string; readonly index: number }[] = []
  for (const [index, token] of tokens.entries()) {
    const tag = token.type === 'html_inline' ? tagOf(token.content) : null
    if (tag === null) {
      if (token.nesting === 1) open.push({ name: '', index })
      // Whatever was opened within a mark and not closed there has no end.
      if (token.nesting === -1)
        open.length = Math.max(
          0,
          open.findLastIndex(({ name }) => name === ''),
        )
      continue
    }
    tags.set(index, { use: tag.use, end: null })
    if (!tag.isClose) {
      if (open.length < MOST_OPEN) open.push({ name: tag.name, index })
      continue
    }
    const start = open.findLastIndex(({ name }) => name === tag.name)
    const from = open[start]?.index
    if (from === undefined || start < open.findLastIndex(({ name }) => name === '')) continue
    tags.set(from, { use: tag.use, end: index })
    open.length = start
  }
  return tags
}

const NONE: ReadonlyMap<number, TagUse> = new Map()
/** Nobody sees more tags than these around one word. */
const MOST_OPEN = 500

export interface TagUse {
  readonly use: Use
  readonly end: number | null
}

const RAISED = new Map([...'0123456789+-=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index] ?? sign]))
const LOWERED = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? sign]))

/** Words that are raised or lowered, as signs: 10 to the third is no 103. */
export function scripted(words: string, use: 'sup' | 'sub'): string {
  const signs = use === 'sup' ? RAISED : LOWERED
  const isSigns = [...words].every((sign) => signs.has(sign))
  if (isSigns) return [...words].map((sign) => signs.get(sign) ?? sign).join('')
  const mark = use === 'sup' ? '^' : '_'
  return words.length === 1 ? `${mark}${words}` : `${mark}(${words})`
}
