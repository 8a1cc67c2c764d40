import { remembered } from './remembered.ts'

/** How a column's heading works in a sentence; `words` is the heading in lower case. */
export type Heading =
  /** Description */
  | { readonly kind: 'description' }
  /** Key Risks */
  | { readonly kind: 'noun'; readonly words: string; readonly plural: boolean }
  /** What It Detects */
  | { readonly kind: 'does'; readonly asker: string; readonly verb: string; readonly rest: string }
  /** What to Monitor */
  | { readonly kind: 'should'; readonly asker: string; readonly rest: string }
  /** What Is Logged */
  | { readonly kind: 'happens'; readonly asker: string; readonly rest: string }
  /** Grants Permission To; Managed By */
  | { readonly kind: 'verb'; readonly words: string }

const DESCRIPTION = /^(?:description|definition|meaning|explanation)$/i
const VERB = /^(?:includes?|grants?|detects?|means?|requires?|provides?|allows?|protects?|supports?|covers?|does)\b/i
const ASKER = 'what|how|when|where|who|which'

export function headingOf(attribute: string): Heading {
  return headingOnce(attribute)
}

const headingOnce = remembered((attribute): Heading => {
  const words = lowered(attribute)
  if (DESCRIPTION.test(words)) return { kind: 'description' }
  const [, why] = /^why (?:to )?(\S.*)$/i.exec(words) ?? []
  if (why !== undefined && !/^(?:it|is|are)\b/.test(why)) {
    return { kind: 'noun', words: `reason to ${why}`, plural: false }
  }
  const [, asker, first, rest] = new RegExp(`^(${ASKER}|why) (it|to|is|are) (\\S.*)$`, 'i').exec(words) ?? []
  if (asker !== undefined && first !== undefined && rest !== undefined) {
    if (first === 'to') return { kind: 'should', asker, rest }
    if (first !== 'it') return { kind: 'happens', asker, rest }
    const [verb = '', ...more] = rest.split(' ')
    return { kind: 'does', asker, verb, rest: more.join(' ') }
  }
  if (VERB.test(words) || /\b(?:by|to|for|with|from)$/i.test(words)) {
    return { kind: 'verb', words: /^\w+ed\b/.test(words) ? `is ${words}` : words }
  }
  return { kind: 'noun', words, plural: isPlural(attribute) }
})

/** "detects" → "detect" */
export function baseForm(verb: string): string {
  const irregular: Readonly<Record<string, string>> = { has: 'have', is: 'be', does: 'do', goes: 'go' }
  const known = irregular[verb]
  if (known !== undefined) return known
  if (/[^aeiou]ies$/.test(verb)) return verb.replace(/ies$/, 'y')
  return /(?:ch|sh|ss|x|zz)es$/.test(verb) ? verb.slice(0, -2) : verb.replace(/([^s])s$/, '$1')
}

/** "service" → "services" */
export function pluralOf(label: string): string {
  if (isPlural(label)) return label
  if (/[^aeiou]y$/i.test(label)) return label.replace(/y$/i, 'ies')
  return /(?:s|x|ch|sh)$/i.test(label) ? `${label}es` : `${label}s`
}

function isPlural(words: string): boolean {
  return /[^suia]s$/.test(words)
}

/** Heading case to sentence case; names such as "AWS" and "PII" keep their capitals. */
export function lowered(heading: string): string {
  return heading
    .split(' ')
    .map((word) => (/^[A-Z][a-z/-]*$/.test(word) && !PROPER.has(word) ? word.toLowerCase() : word))
    .join(' ')
}

const PROPER = new Set(['Amazon', 'Bedrock', 'SageMaker', 'Guardrail'])
