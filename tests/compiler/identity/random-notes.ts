import type { Random } from '../../../src/model/random.ts'
import { shuffled } from '../../../src/model/random.ts'
import { linesOf, pick, rowOf, upTo } from './lines.ts'
import type { Notes } from './lines.ts'

export const WORDS = `model prompt token vector bucket policy role key vault audit region network endpoint gateway queue
  stream batch cluster instance volume snapshot backup replica shard index table schema column record cache session
  cookie header request response latency throughput quota budget alarm metric trace dashboard pipeline stage build
  release branch commit review training inference tuning dataset label feature drift bias fairness toxicity grounding
  retrieval embedding chunk agent tool memory guardrail filter classifier regression forest gradient epoch kernel
  symmetric asymmetric supervised unsupervised inbound outbound stateful stateless managed shared private public
  encryption rotation retention residency lineage catalog consent notice breach incident response owner steward
  Größe Schlüssel über café naïve résumé señal प्रश्न कुंजी ключ данные 模型 数据 S3 EC2 IPv4 IPv6 TLS KMS IAM VPC SSE-C`.split(
  /\s+/,
)
const SHORT = ['Yes', 'No', 'Yes', 'No', 'High', 'Low', 'Global', 'Regional', '443', '80', '5 GB', '30 days']
const HEADINGS = ['Purpose', 'Cost', 'Encrypted at rest', 'Encrypted in transit', 'Limit', 'Owner', 'Used for', 'Scope']
const PARTS = ['Limits', 'Pricing', 'Security', 'Operations']
const LISTS = ['uses', 'risks', 'owners', 'controls', 'outputs']

export function phrase(count: number, random: Random): string {
  return Array.from({ length: count }, () => pick(WORDS, random)).join(' ')
}

/** A name that no other thing of these notes has. */
function freshPhrase(taken: Set<string>, random: Random): string {
  for (let count = 1 + upTo(3, random); ; count += 1) {
    const words = phrase(count, random)
    const key = words.toLowerCase().split(' ').toSorted().join(' ')
    if (taken.has(key)) continue
    taken.add(key)
    return words
  }
}

export function answer(random: Random): string {
  return random() < 0.45 ? pick(SHORT, random) : phrase(2 + upTo(8, random), random)
}

/** Two or three files of everything that gives facts; some sections ask the same of different things. */
export function randomNotes(random: Random): Notes {
  const taken = new Set<string>()
  const files = Array.from({ length: 2 + upTo(2, random) }, (_, file): [string, string] => {
    const parts = Array.from({ length: 2 + upTo(2, random) }, () => sectionOf(taken, random))
    return [`c/notes-${file + 1}.md`, `# ${freshPhrase(taken, random)}\n\n${parts.join('\n')}`]
  })
  return Object.fromEntries(files.map(([path, text]) => [path, linesOf(text)]))
}

function sectionOf(taken: Set<string>, random: Random): string {
  const title = freshPhrase(taken, random)
  const blocks = shuffled(BLOCKS, random).slice(0, 1 + upTo(3, random))
  const text = `## ${title}\n\n${blocks.map((block) => block(taken, random)).join('\n')}`
  // The same headings and subjects under every service: only the section tells them apart.
  if (random() < 0.5) return text
  const rows = ['Size', 'Count', 'Rate'].map((subject) => rowOf([subject, answer(random), pick(SHORT, random)]))
  return `${text}\n### ${pick(PARTS, random)}\n\n| What | Default | Raised |\n|---|---|---|\n${rows.join('\n')}\n`
}

type Block = (taken: Set<string>, random: Random) => string

const BLOCKS: readonly Block[] = [
  (taken, random) => {
    const headings = shuffled(HEADINGS, random).slice(0, 1 + upTo(3, random))
    const rows = Array.from({ length: 2 + upTo(4, random) }, () =>
      rowOf([freshPhrase(taken, random), ...headings.map(() => (random() < 0.08 ? '—' : answer(random)))]),
    )
    return `${rowOf([pick(['Name', 'Service', 'Type'], random), ...headings])}\n${dashes(headings.length + 1)}\n${rows.join('\n')}\n`
  },
  (taken, random) => {
    const rows = Array.from({ length: 2 + upTo(3, random) }, () => rowOf([freshPhrase(taken, random), answer(random)]))
    return `| Term | Meaning |\n|---|---|\n${rows.join('\n')}\n`
  },
  (taken, random) => {
    const services = [pick(WORDS, random), pick(WORDS, random)]
    const rows = Array.from({ length: 2 + upTo(3, random) }, () =>
      rowOf([`${phrase(4, random)} ${freshPhrase(taken, random)}`, pick(services, random)]),
    )
    return `| Scenario | Answer |\n|---|---|\n${rows.join('\n')}\n`
  },
  (taken, random) => {
    const rows = Array.from({ length: 3 + upTo(2, random) }, () => rowOf([freshPhrase(taken, random), answer(random)]))
    return `| Stage | Risk |\n|---|---|\n${rows.join('\n')}\n`
  },
  (taken, random) => {
    const rows = Array.from({ length: 2 + upTo(3, random) }, () =>
      rowOf([freshPhrase(taken, random), freshPhrase(taken, random)]),
    )
    return `<!-- table: lists -->\n| ${pick(WORDS, random)} duty | ${pick(WORDS, random)}2 duty |\n|---|---|\n${rows.join('\n')}\n`
  },
  (taken, random) => {
    const entries = Array.from({ length: 3 + upTo(3, random) }, () => `- ${freshPhrase(taken, random)}`)
    return `The ${pick(LISTS, random)} of ${freshPhrase(taken, random)}:\n\n${entries.join('\n')}\n`
  },
  (taken, random) => {
    const entries = Array.from(
      { length: 2 + upTo(3, random) },
      () => `- **${freshPhrase(taken, random)}:** ${phrase(4 + upTo(6, random), random)}`,
    )
    return `${entries.join('\n')}\n`
  },
  (taken, random) => {
    const entries = Array.from({ length: 3 + upTo(2, random) }, (_, at) => `${at + 1}. ${freshPhrase(taken, random)}`)
    return `Order of ${freshPhrase(taken, random)}:\n\n${entries.join('\n')}\n`
  },
  (taken, random) => {
    const title = random() < 0.5 ? '' : ` — ${freshPhrase(taken, random)}`
    return `> **Exam tip${title}:** ${phrase(6 + upTo(6, random), random)}\n`
  },
]

function dashes(count: number): string {
  return `|${'---|'.repeat(count)}`
}
