import { ankiNotesOf } from '../exchange/anki-note.ts'
import { ankiPackage } from '../exchange/anki-package.ts'
import { ankiText } from '../exchange/anki-text.ts'
import { factsCsv } from '../exchange/facts-csv.ts'
import { giftFile } from '../exchange/gift.ts'
import { historyCsv } from '../exchange/history-csv.ts'
import { withAuthored } from '../model/authored-items.ts'
import type { Manifest } from '../model/course.ts'
import { slug } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'
import { instant } from '../model/time.ts'
import type { SavedFile } from './export-course.ts'
import { itemsOf } from './item-bank.ts'
import type { Services } from './services.ts'

/** What of a course can be taken to other tools. */
export type CourseExport = 'anki-package' | 'anki-text' | 'facts' | 'questions'

type Sources = Pick<Services, 'courses' | 'clock'>

/** A file of a course for other tools. Null when some of its text could not be fetched. */
export async function exportFile(
  what: CourseExport,
  course: Manifest,
  { courses, clock }: Sources,
): Promise<SavedFile | null> {
  const topics = await topicsOf(course, courses)
  if (topics === null) return null
  const name = slug(course.title) || course.id
  switch (what) {
    case 'anki-package': {
      const bytes = ankiPackage(ankiNotesOf(course.title, topics), instant(clock.now()))
      return { name: `${name}.apkg`, content: new Blob([bytes.slice().buffer], { type: 'application/octet-stream' }) }
    }
    case 'anki-text':
      return textFile(`${name}-anki.txt`, 'text/plain', ankiText(ankiNotesOf(course.title, topics)))
    case 'facts':
      return textFile(`${name}-facts.csv`, 'text/csv', factsCsv(topics))
    case 'questions': {
      const categories = topics.map((topic) => ({ topic, items: itemsOf([topic]) }))
      return textFile(`${name}-gift.txt`, 'text/plain', giftFile(course.title, categories))
    }
    default:
      return unreachable(what)
  }
}

/** All that was recorded, for spreadsheets, the facts under the names that they have now. */
export function historyFile({ journal }: Pick<Services, 'journal'>): SavedFile {
  return textFile('retain-history.csv', 'text/csv', historyCsv(journal.getState().events()))
}

function textFile(name: string, type: string, text: string): SavedFile {
  return { name, content: new Blob([text], { type: `${type};charset=utf-8` }) }
}

/** The topics of a course with the questions that stand beside them. */
async function topicsOf(course: Manifest, courses: Services['courses']): Promise<readonly Topic[] | null> {
  const { load, loadItems } = courses.getState()
  const topics: Topic[] = []
  for (const { id, items } of course.topics) {
    const [topic, beside] = await Promise.all([load(id), items > 0 ? loadItems(id) : []])
    if (topic === null || beside === null) return null
    topics.push(...withAuthored([topic], [{ topic: id, items: beside }]))
  }
  return topics
}
