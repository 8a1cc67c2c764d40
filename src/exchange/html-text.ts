/** Text as HTML that shows the same: nothing in it is a tag. */
export function htmlOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('\n', '<br>')
}

/** What HTML says in words, and how much of it cannot be said so. */
export interface HtmlWords {
  readonly text: string
  /** Pictures, sounds and films. */
  readonly media: number
}

const BLOCKS = /^\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr|blockquote|pre|section|article|dd|dt|dl)$/
const MEDIA = /^(?:img|audio|video|object|embed|iframe|svg|canvas)$/
/** Nothing in them is meant to be read. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript'])

/**
 * The words of HTML: tags go, new lines stay. Nothing of it is ever run or looked up.
 */
export function wordsOf(html: string): HtmlWords {
  let text = ''
  let media = 0
  let at = 0
  const lastClose = html.lastIndexOf('>')
  while (at < html.length) {
    const open = html.indexOf('<', at)
    text += entitiesRead(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    const { name, end } = open < lastClose ? tagAt(html, open) : { name: null, end: open + 1 }
    if (name === null) text += '<'
    else if (MEDIA.test(name)) media += 1
    else if (BLOCKS.test(name)) text += '\n'
    at = name !== null && HIDDEN.has(name) ? endOf(html, name, end) : end
  }
  return { text, media }
}

/** The tag that begins here; null where the sign is only a sign. */
function tagAt(html: string, open: number): { readonly name: string | null; readonly end: number } {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4)
    return { name: '!', end: close < 0 ? html.length : close + 3 }
  }
  const rest = html.slice(open + 1, open + 32)
  const [, name] = /^(\/?[a-z][\w-]*|!doctype)(?=[\s/>])/i.exec(rest) ?? []
  if (name === undefined) return { name: null, end: open + 1 }
  return { name: name.toLowerCase(), end: html.indexOf('>', open) + 1 }
}

/** Where the hidden words end; with the text, where they never do. */
function endOf(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}\\b[^<>]*>`, 'gi')
  pattern.lastIndex = from
  return pattern.test(html) ? pattern.lastIndex : html.length
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  rarr: '→',
  larr: '←',
  times: '×',
  deg: '°',
  micro: 'µ',
  le: '≤',
  ge: '≥',
  ne: '≠',
}

function entitiesRead(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
    const code = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16)
    return code === 0 || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)
      ? '\uFFFD'
      : String.fromCodePoint(code)
  })
}
