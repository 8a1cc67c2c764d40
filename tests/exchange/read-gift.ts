interface GiftQuestion {
  readonly name: string
  readonly stem: string
  readonly answers: readonly { readonly weight: number; readonly text: string; readonly feedback: string }[]
}

/**
 * Reads questions in the order in which Moodle takes them apart: escaped signs are set aside first, then the text is
 * cut at the others. Categories are passed over; of matching questions the answers are left as they stand.
 */
export function readGift(file: string): readonly GiftQuestion[] {
  return file
    .split(/\n{2,}/)
    .map((block) => setAside(block.trim()))
    .filter((block) => block !== '' && !block.startsWith('$CATEGORY:'))
    .map(questionOf)
}

const SIGNS = [':', '#', '=', '{', '}', '~']

/** Stands for an escaped sign while the text is cut. */
const placeholder = (index: number): string => String.fromCodePoint(0xe0_00 + index)

function setAside(text: string): string {
  return text.replace(/\\([\\:#={}~n])/g, (_, sign: string) =>
    sign === '\\' ? placeholder(30) : sign === 'n' ? placeholder(31) : placeholder(SIGNS.indexOf(sign)),
  )
}

function putBack(text: string): string {
  const plain = text.trim().replace(/^\[plain\]/, '')
  return plain.replace(/[\uE000-\uE01F]/g, (sign) => {
    const index = sign.charCodeAt(0) - 0xe0_00
    return index === 30 ? '\\' : index === 31 ? '\n' : (SIGNS[index] ?? '')
  })
}

function questionOf(block: string): GiftQuestion {
  const [, name = '', stem = '', body = ''] = /^::([^:]*)::([^{]*)\{([^}]*)\}$/s.exec(block) ?? []
  const [answers = ''] = body.split('####')
  return {
    name: putBack(name),
    stem: putBack(stem),
    answers: answers
      .split(/(?=[~=])/)
      .map((answer) => answer.trim())
      .filter((answer) => answer !== '')
      .map(answerOf),
  }
}

function answerOf(answer: string): GiftQuestion['answers'][number] {
  const [, mark, weight, text = '', feedback = ''] = /^([~=])(?:%(-?[\d.]+)%)?([^#]*)(?:#(.*))?$/s.exec(answer) ?? []
  return {
    weight: weight === undefined ? (mark === '=' ? 100 : 0) : Number(weight),
    text: putBack(text),
    feedback: putBack(feedback),
  }
}
