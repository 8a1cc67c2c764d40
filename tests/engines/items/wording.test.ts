import { expect, test } from 'vitest'
import { baseForm, headingOf, lowered, pluralOf } from '../../../src/engines/items/heading.ts'
import { askEntries, askSubject, askSubjects, askValue } from '../../../src/engines/items/questions.ts'
import { paired, placed, sentence, stated, under } from '../../../src/engines/items/wording.ts'

const row = (subjectLabel: string, attribute: string) => ({ subjectLabel, attribute, subject: 'S', value: 'V' })

test.each([
  ['Attack', 'Description', 'Which statement describes the attack “S”?', 'Which attack is described here? “V”'],
  ['Attack', 'Defense', 'What is the defense against the attack “S”?', 'Which attack has this defense? “V”'],
  ['Stage', 'Key Risks', 'What are the key risks for the stage “S”?', 'Which stage has these key risks? “V”'],
  [
    'Service',
    'Endpoint Type',
    'What is the endpoint type of the service “S”?',
    'Which service has this endpoint type? “V”',
  ],
  [
    'Service',
    'Why Use It',
    'What is the reason to use the service “S”?',
    'Which service has this reason to use it? “V”',
  ],
  ['Monitor Type', 'What It Detects', 'What does the monitor type “S” detect?', 'Which monitor type detects this? “V”'],
  ['Job', 'How It Works', 'How does the job “S” work?', 'Which job is it? This is how it works: “V”'],
  [
    'Dimension',
    'What to Monitor',
    'What should you monitor for the dimension “S”?',
    'For which dimension should you monitor this? “V”',
  ],
  ['Model', 'When to Use It', 'When should you use the model “S”?', 'Which model is it? This is when to use it: “V”'],
  [
    'Event Category',
    'What Is Logged',
    'What is logged for the event category “S”?',
    'For which event category is this logged? “V”',
  ],
  [
    'Action',
    'Grants Permission To',
    'Which option completes this sentence? “S” grants permission to …',
    'Which action grants permission to the following? “V”',
  ],
  [
    'Key',
    'Managed By',
    'Which option completes this sentence? “S” is managed by …',
    'Which key is managed by the following? “V”',
  ],
])('a table of %s and “%s” is asked in proper sentences', (label, attribute, forward, reverse) => {
  expect(askValue(row(label, attribute))).toBe(forward)
  expect(askSubject(row(label, attribute))).toBe(reverse)
})

test.each([
  ['Attack', 'Description', 'Which description fits the attack “S”?', '“V” – which attack does this describe?'],
  [
    'Attack',
    'Defense',
    'Which of these is the defense against the attack “S”?',
    '“V” – this is the defense against which attack?',
  ],
  [
    'Stage',
    'Key Risks',
    'Which of these are the key risks for the stage “S”?',
    '“V” – these are the key risks for which stage?',
  ],
  [
    'Monitor Type',
    'What It Detects',
    'Which option says what the monitor type “S” detects?',
    '“V” – which monitor type detects this?',
  ],
  [
    'Job',
    'How It Works',
    'Which option says how the job “S” works?',
    '“V” – this is how it works. Which job is meant?',
  ],
  [
    'Dimension',
    'What to Monitor',
    'Which option says what to monitor for the dimension “S”?',
    '“V” – for which dimension should you monitor this?',
  ],
  [
    'Event Category',
    'What Is Logged',
    'Which option says what is logged for the event category “S”?',
    '“V” – for which event category is this logged?',
  ],
  ['Key', 'Managed By', 'Which option says what “S” is managed by?', '“V” – which key is managed by this?'],
])('and a second time in other words: %s and “%s”', (label, attribute, forward, reverse) => {
  expect(askValue(row(label, attribute), 1)).toBe(forward)
  expect(askSubject(row(label, attribute), 1)).toBe(reverse)
})

test.each([
  [
    'Attack',
    'Description',
    'The attack “S” is described like this: V',
    'That describes the attack “S”',
    'each attack with its description',
  ],
  [
    'Attack',
    'Defense',
    'The defense against the attack “S” is: V',
    'That is the defense against the attack “S”',
    'each attack with its defense',
  ],
  [
    'Stage',
    'Key Risks',
    'The key risks for the stage “S” are: V',
    'Those are the key risks for the stage “S”',
    'each stage with its key risks',
  ],
  [
    'Service',
    'Why Use It',
    'The reason to use the service “S” is: V',
    'That is the reason to use the service “S”',
    'each service with the reason to use it',
  ],
  [
    'Monitor',
    'What It Detects',
    'The monitor “S” detects: V',
    'That is what the monitor “S” detects',
    'each monitor with what it detects',
  ],
  [
    'Dimension',
    'What to Monitor',
    'What to monitor for the dimension “S”: V',
    'That is what to monitor for the dimension “S”',
    'each dimension with what to monitor for it',
  ],
  [
    'Event',
    'What Is Logged',
    'What is logged for the event “S”: V',
    'That is what is logged for the event “S”',
    'each event with what is logged for it',
  ],
  ['Event', 'Includes', '“S” includes: V', 'That is what “S” includes', 'each event with what it includes'],
])('and explained in proper sentences: %s, “%s”', (label, attribute, statement, place, pair) => {
  expect(stated(row(label, attribute))).toBe(statement)
  expect(placed(row(label, attribute))).toBe(place)
  expect(paired(label, attribute)).toBe(pair)
})

test.each([
  ['Stage', 'Key Risks', 'Which TWO key risks are listed for the stage “S”?'],
  ['Attack', 'Defense', 'Which TWO are part of the defense against the attack “S”?'],
  ['Dimension', 'What to Monitor', 'Which TWO should you monitor for the dimension “S”?'],
  ['Monitor', 'What It Detects', 'Which TWO does the monitor “S” detect?'],
  ['Event', 'What Is Logged', 'Which TWO are logged for the event “S”?'],
  ['Event', 'Includes', 'Which TWO complete this sentence? “S” includes …'],
  ['Attack', 'Description', 'Which TWO describe the attack “S”?'],
])('several entries of one cell: %s, “%s”', (label, attribute, question) => {
  expect(askEntries(row(label, attribute), 2)).toBe(question)
})

test('several subjects of one value are asked for in the plural', () => {
  expect(askSubjects(row('Category', 'Region'), 2)).toBe('Which TWO categories have this region? “V”')
  expect(askSubjects(row('Monitor', 'What It Detects'), 2)).toBeNull()
})

test('headings lose their capitals, names keep them', () => {
  expect(lowered('Core AI Requirement')).toBe('core AI requirement')
  expect(lowered('AWS Tool')).toBe('AWS tool')
  expect(lowered('Amazon SageMaker Feature')).toBe('Amazon SageMaker feature')
})

test('“Access” and “Analysis” are one thing, “Controls” are many', () => {
  const isMany = (words: string) => {
    const heading = headingOf(words)
    return heading.kind === 'noun' && heading.plural
  }
  expect(['Access', 'Analysis', 'Status', 'Bias', 'Endpoint Type', 'AWS'].filter(isMany)).toEqual([])
  expect(['Controls', 'Examples', 'Key Risks', 'Options'].filter((words) => !isMany(words))).toEqual([])
})

test.each([
  ['detects', 'detect'],
  ['applies', 'apply'],
  ['watches', 'watch'],
  ['has', 'have'],
  ['does', 'do'],
  ['passes', 'pass'],
  ['uses', 'use'],
])('%s → %s', (verb, base) => {
  expect(baseForm(verb)).toBe(base)
})

test.each([
  ['service', 'services'],
  ['category', 'categories'],
  ['key', 'keys'],
  ['box', 'boxes'],
  ['access', 'accesses'],
  ['tools', 'tools'],
])('one %s, two %s', (one, many) => {
  expect(pluralOf(one)).toBe(many)
})

test('a sentence ends once', () => {
  expect(sentence('That is it')).toBe('That is it.')
  expect(sentence('Is that it?')).toBe('Is that it?')
  expect(sentence('That is it.')).toBe('That is it.')
})

test('a question under a heading begins in lower case', () => {
  expect(under('Key Types', 'Which key is it?')).toBe('Key Types: which key is it?')
  expect(under(null, 'Which key is it?')).toBe('Which key is it?')
})
