/*
 * The words around a question with answers to choose from, in the languages that people take notes in. Only what stands
 * at the beginning of a line and is followed by a mark or by nothing counts, so a word of one language does no harm in
 * another.
 */

const RIGHT = 'correct|right|best|suggested|richtige|korrekte|bonne|правильный|верный'
const ANSWER_NOUNS = [
  'answers?|ans|solutions?|correct(?=\\s*[:：])',
  'antwort(?:en)?|lösung(?:en)?',
  'respuestas?|soluci[oó]n(?:es)?|r[eé]ponses?|respostas?|gabarito|rispost[ae]|soluzion[ei]',
  'antwoord(?:en)?|odpowied(?:ź|zi)|cevap(?:lar)?|yanıt|jawaban|đáp án|ответы?|відповідь',
  '(?:正确|參考|参考)?答案|正解|答え|정답|الإجابات|الإجابة|الاجابة|الجواب',
].join('|')
const RIGHT_AFTER = 'correctas?|corretas?|corrett[ae]|correctes?|đúng|الصحيحة'
const EXPLANATION_NOUNS = [
  'explanations?|rationale|reason(?:ing)?|justification',
  'erklärung|begründung|explicaci[oó]n|justificaci[oó]n|explication|explica[cç][aã]o|spiegazione|uitleg|wyjaśnienie',
  'açıklama|penjelasan|giải thích|объяснение|пояснение|解析|解释|解説|해설|الشرح|التفسير',
].join('|')
const QUESTION_NOUNS =
  'q|question|frage|aufgabe|pregunta|quest[aã]o|pergunta|domanda|vraag|pytanie|soru|soal|pertanyaan|câu(?: hỏi)?|вопрос|питання|题|問|问题|문제|السؤال|سؤال|س'
const END = '(?![\\p{L}\\p{N}])'
const SIGNS = '[\\p{Extended_Pictographic}\\uFE0F\\s]*'

/** `Answer: `, `The correct answer is `, `Respuesta correcta: `, with the mark behind it. */
export const ANSWER = new RegExp(
  `^${SIGNS}(?:the |die |la )?(?:(?:${RIGHT}) )?(?:${ANSWER_NOUNS}|options?)${END}\\s*(?:\\(s\\)|(?:${RIGHT_AFTER})${END})?\\s*(?:(?:is|are|ist|es|est|é)${END})?\\s*[:：=.]?\\s*`,
  'iu',
)
/** `Explanation: `, `Why B is right: `. */
export const EXPLANATION = new RegExp(`^(?:(?:${EXPLANATION_NOUNS})${END}|why\\b)[^:：?]{0,20}[:：]\\s*`, 'iu')
export const REFERENCE = /^(?:references?|sources?|see also|read more|quellen?|fuentes?)\b[^:]{0,20}:/i
const SOLVES = new RegExp(
  [
    `^(?:the |die |la )?(?:(?:${RIGHT}) )?(?:${ANSWER_NOUNS}|${EXPLANATION_NOUNS}|show answer|reveal|click|ver respuesta)${END}.{0,40}?(?:[:：]|$)`,
    `^(?:(?:${RIGHT}) )?(?:${ANSWER_NOUNS})\\s*[:：=(]`,
    '^(?:references?|sources?|see also|why)\\b[^:?]{0,20}:',
  ].join('|'),
  'iu',
)
/** Whether a line is the beginning of an answer or of its explanation. */
export function isAnswerLine(words: string): boolean {
  return SOLVES.test(withoutPictures(words.slice(0, 200)))
}

const OPTION_LETTERS = '\\(?([A-H](?:\\s*(?:,|&|/|,?\\s+and\\s)\\s*[A-H])*)\\)?'
/** What follows a verdict: its end, or why it is so. "B is correct in two cases" is none. */
const VERDICT_ENDS = '(?=\\s*(?:$|[.:(–—-]|because\\b|since\\b|✅))\\s*[.:–—-]*\\s*(.*)$'
/** "B - Correct", "Option B is the right answer because …", "A and C are correct." */
const VERDICT = new RegExp(
  `^(?:options? )?${OPTION_LETTERS}(?:[.):]?\\s*[-–—:]\\s*|[.)]\\s+|\\s+(?:is|are)\\s+(?:the )?)(?:correct|right)(?: (?:answers?|options?|choices?))?${VERDICT_ENDS}`,
  'isu',
)
/** "✅ B", "B", "✔ (B): because …". */
const SIGNED = new RegExp(
  `^[✅✔☑✓🟢]\\uFE0F?\\s*(?:option )?${OPTION_LETTERS}(?:$|[.:)–—-]+\\s*|\\s+(?=[(–—-]))(.*)$`,
  'su',
)
const BARE = new RegExp(`^${OPTION_LETTERS}\\.?()$`, 'su')

/**
 * The letters of a line that says which answers are right without the word “answer”, and what it says besides. Null for
 * any other line. It means so only where answers with letters stand above it.
 */
export function verdictIn(words: string): { readonly letters: readonly string[]; readonly rest: string } | null {
  const found = VERDICT.exec(words) ?? SIGNED.exec(words) ?? BARE.exec(words)
  if (found === null) return null
  const letters = (found[1] ?? '').replace(/\band\b/gi, ' ').match(/[A-H]/gi) ?? []
  return { letters: letters.map((letter) => letter.toUpperCase()), rest: found[2] ?? '' }
}

/** "Answer", "Correct answers:", "Show answer & explanation": words that stand over an answer. */
const TITLE = new RegExp(
  [
    `^(?:show|see|view|reveal|click|ver|mostrar|xem)${END}.*$`,
    `^(?:the |die |la )?(?:(?:${RIGHT}) )?(?:${ANSWER_NOUNS}|${EXPLANATION_NOUNS})(?: (?:${RIGHT_AFTER}))?(?: (?:and|with|&|und|y|et|e|và) (?:the )?[\\p{L}]+(?: [\\p{L}]+)?)?\\s*[:：]?$`,
    '^why\\s?[?:]?$|^why .{0,40}\\b(?:right|correct|wrong|incorrect|answer)\\b[^:?]{0,20}[?:]?$',
  ].join('|'),
  'iu',
)
const NAMES_ANSWER = new RegExp(`(?:^|[^\\p{L}])(?:${ANSWER_NOUNS}|reveal)${END}`, 'iu')

/** Whether words are no more than the title of an answer or an explanation. */
export function isSolutionTitle(words: string): boolean {
  return TITLE.test(withoutHeadingNumber(words))
}

/** Whether a title announces the answer, and not only its explanation. */
export function namesAnswer(words: string): boolean {
  return NAMES_ANSWER.test(words)
}

const QUESTION_NUMBER = new RegExp(`^(?:practice |sample |exam |mcq )?(?:${QUESTION_NOUNS})\\s*[#.№]?\\s*\\d`, 'iu')
/** "Question 5", "Q5:", "Frage 3", "5 - Practice question": words that open a question and are no part of it. */
export function isQuestionNumber(words: string): boolean {
  return (
    QUESTION_NUMBER.test(words) ||
    /^\d+(?:\.\d+)*\s*[-–—.):]\s*(?:practice |sample |exam )?question\b|^(?:no\.\s?|#)?\d{1,4}[.):]?$|^no\.\s?\d/i.test(
      words,
    )
  )
}

const NUMBER = new RegExp(
  `^(?:(?:practice |sample |exam )?(?:no\\.|${QUESTION_NOUNS})\\s*[#.№]?\\s*(\\d{1,4})\\s?[:：.)–—-]*\\s*|q(?:uestion)?\\s?[:.)]\\s*|(\\d{1,4})(?:\\s?[.)]\\s+|、\\s*)|\\[(\\d{1,4})\\]\\s+)`,
  'iu',
)

/** The words of a question without its number. */
export function withoutNumber(words: string): string {
  return withoutPictures(withoutPictures(words).replace(NUMBER, '')).trim()
}

/** The number of a question. Null for a question without one. */
export function numberIn(words: string): number | null {
  const found = NUMBER.exec(withoutPictures(words))
  const digits = found?.[1] ?? found?.[2] ?? found?.[3]
  return digits === undefined ? null : Number(digits)
}

/** Whether words begin a question by its number. */
export function beginsWithNumber(words: string): boolean {
  return NUMBER.test(words)
}

function withoutPictures(words: string): string {
  return words.replace(/^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u, '')
}

/** The words of a heading without its number and its pictures: "1.3 - Correct answer". */
export function withoutHeadingNumber(words: string): string {
  return withoutPictures(words)
    .replace(/^\d+(?:\.\d+)*[.)]?\s*[-–—:]?\s+(?=\p{L})/u, '')
    .trim()
}

const OPTIONS_TITLE =
  /^(?:(?:answer |possible |response )?(?:choices|options)|possible answers|antwortmöglichkeiten|opciones|alternativas|các lựa chọn|选项)\s*:?$/iu
const QUESTION_TITLE =
  /^(?:original |practice |the )?(?:question|scenario|prompt|frage|pregunta|câu hỏi|题目)(?: text| stem)?\s*:?$/iu

/** What a heading is to a question that is written under several headings. Null for any other heading. */
export function partNamed(words: string): 'question' | 'options' | 'solution' | null {
  const plain = withoutHeadingNumber(words)
  if (OPTIONS_TITLE.test(plain)) return 'options'
  if (QUESTION_TITLE.test(plain)) return 'question'
  return isSolutionTitle(plain) || isKey(plain) ? 'solution' : null
}

/** "Answer: C" */
function isKey(words: string): boolean {
  const mark = ANSWER.exec(words)?.[0] ?? ''
  return /[:：]\s*$/.test(mark) && BARE.test(words.slice(mark.length))
}

const TRUE_OR_FALSE =
  /^(?:\d{1,3}[.)]\s*)?\(?(?:true or false|true\/false|t\/f)\b|(?:\btrue or false|\(true\/false|\(t\/f)\)?[?.:]?$/i

/** "True or False: …", "… (True/False)": a statement that is to be judged. */
export function isTrueOrFalse(words: string): boolean {
  return TRUE_OR_FALSE.test(words)
}
