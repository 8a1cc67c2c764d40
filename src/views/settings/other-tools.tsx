import { useId, useState } from 'react'
import type { Manifest } from '../../model/course.ts'
import type { SavedFile } from '../../stores/export-course.ts'
import type { CourseExport } from '../../stores/export-files.ts'
import type * as Exports from '../../stores/export-files.ts'
import { useCourses, useServices } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { saveFile } from '../ui/save-file.ts'
import styles from './other-tools.module.css'

const EXPORTS: readonly (readonly [CourseExport, string])[] = [
  ['anki-package', 'Cards for Anki (.apkg)'],
  ['anki-text', 'Cards for Anki (text)'],
  ['facts', 'Facts (CSV)'],
  ['questions', 'Questions for Moodle (GIFT)'],
]

/** Files of a course, and of what was recorded, for other tools. What writes them is fetched when it is wanted. */
export function OtherTools() {
  const manifests = useCourses((state) => state.manifests)
  const services = useServices()
  const label = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const course = manifests.find(({ id }) => id === chosen) ?? manifests[0]

  async function save(make: (exports: typeof Exports) => Promise<SavedFile | null>) {
    setSaid('The file is being made …')
    try {
      const file = await make(await import('../../stores/export-files.ts'))
      if (file === null) setSaid(NOT_FETCHED)
      else {
        saveFile(file.name, file.content)
        setSaid(`${file.name} was handed to your browser.`)
      }
    } catch {
      setSaid(NOT_FETCHED)
    }
  }

  return (
    <Panel aria-labelledby={label}>
      <h2 id={label}>For other tools</h2>
      {course !== undefined && (
        <>
          <CourseChoice courses={manifests} chosen={course} onChoose={setChosen} />
          <ButtonRow>
            {EXPORTS.map(([what, name]) => (
              <Button key={what} onClick={() => void save(({ exportFile }) => exportFile(what, course, services))}>
                {name}
              </Button>
            ))}
          </ButtonRow>
        </>
      )}
      <ButtonRow>
        <Button onClick={() => void save(async ({ historyFile }) => historyFile(services))}>
          What you did here (CSV)
        </Button>
      </ButtonRow>
      <p role="status" className={styles['said']}>
        {said}
      </p>
    </Panel>
  )
}

const NOT_FETCHED = 'The file could not be made: part of the app or of the course could not be fetched. Try again.'

interface ChoiceProps {
  readonly courses: readonly Manifest[]
  readonly chosen: Manifest
  readonly onChoose: (id: string) => void
}

/** Which course; a single one is only named. */
function CourseChoice({ courses, chosen, onChoose }: ChoiceProps) {
  if (courses.length === 1) return <p>{chosen.title}</p>
  return (
    <label className={styles['course']}>
      Course
      <select value={chosen.id} onChange={({ target }) => onChoose(target.value)}>
        {courses.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
