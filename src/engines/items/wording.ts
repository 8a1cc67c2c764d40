/** How a column's heading reads in a sentence. */
type Heading = 'noun' | 'clause' | 'statement'

const VERB = /^(?:includes?|grants?|detects?|means?|requires?|provides?|allows?|protects?|supports?|covers?|does)\b/i

function kindOf(attribute: string): Heading {
  if (/^(?:what|why|how|when|where|who|which)\b/i.test(attribute)) return 'clause'
  if (VERB.test(attribute) || /\b(?:by|to|for|with|from)$/i.test(attribute)) return 'statement'
  return 'noun'
}

/** Asks for the value: "Which defense fits the attack “Data Poisoning”?" */
export function askValue(subjectLabel: string, subject: string, attribute: string): string {
  const words = lowered(attribute)
  switch (kindOf(attribute)) {
    case 'noun':
      return `Which ${words} ${isPlural(attribute) ? 'fit' : 'fits'} the ${lowered(subjectLabel)} “${subject}”?`
    case 'clause':
      return `For the ${lowered(subjectLabel)} “${subject}”, which option says ${words}?`
    case 'statement':
      return `Which option completes the sentence? “${subject}” ${verbal(words)} …`
  }
}

/** Asks for the subject: "Which attack has this defense: “…”?" */
export function askSubject(subjectLabel: string, attribute: string, value: string): string {
  const label = lowered(subjectLabel)
  if (/^(?:description|definition|meaning)$/i.test(attribute)) return `Which ${label} is described here? “${value}”`
  switch (kindOf(attribute)) {
    case 'noun':
      return `Which ${label} has ${isPlural(attribute) ? 'these' : 'this'} ${lowered(attribute)}? “${value}”`
    case 'clause':
    case 'statement':
      return `Which ${label} is it? ${capitalised(lowered(attribute))}: “${value}”`
  }
}

/** States the fact: "“Data Poisoning” has the defense “…”" */
export function stated(subject: string, attribute: string, value: string): string {
  const words = lowered(attribute)
  switch (kindOf(attribute)) {
    case 'noun':
      return `“${subject}” – ${words}: ${value}`
    case 'clause':
      return `“${subject}” – ${words}: ${value}`
    case 'statement':
      return `“${subject}” ${verbal(words)}: ${value}`
  }
}

/** "each attack with its defense" */
export function paired(subjectLabel: string, attribute: string): string {
  const words = lowered(attribute)
  return kindOf(attribute) === 'noun'
    ? `each ${lowered(subjectLabel)} with its ${words}`
    : `each ${lowered(subjectLabel)} with the right entry under “${words}”`
}

const NUMBERS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']

/** "TWO": how the exam writes the number of right options. */
export function countWord(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** Heading case to sentence case; names such as "AWS" and "PII" keep their capitals. */
export function lowered(heading: string): string {
  return heading
    .split(' ')
    .map((word) => (/^[A-Z][a-z/-]*$/.test(word) && !PROPER.has(word) ? word.toLowerCase() : word))
    .join(' ')
}

const PROPER = new Set(['Amazon', 'Bedrock', 'SageMaker', 'Guardrail'])

function verbal(words: string): string {
  return /^\w+ed\b/.test(words) ? `is ${words}` : words
}

function isPlural(attribute: string): boolean {
  return /[^suia]s$/i.test(attribute)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
