import { useState } from 'react'
import type { ImportedCourse } from '../../model/imported-course.ts'
import { exportCourse } from '../../stores/export-course.ts'
import { useImports } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { Panel } from '../ui/panel.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ChooseNotes } from './choose-notes.tsx'
import styles from './import.module.css'

/** Courses that were brought in: to update, to take elsewhere, to remove. */
export function KeptCourses() {
  const kept = useImports((state) => state.kept)
  const removed = useImports((state) => state.removed)
  const undoRemove = useImports((state) => state.undoRemove)
  if (kept.length === 0 && removed === null) return null
  return (
    <Panel aria-labelledby="kept">
      <h2 id="kept">Your courses</h2>
      <div role="status">
        {removed !== null && (
          <p className={styles['removed']}>
            “{removed.title}” was removed; what you learnt of it is kept.{' '}
            <Button onClick={() => void undoRemove()}>Undo</Button>
          </p>
        )}
      </div>
      <ul className={styles['kept']}>
        {kept.map((course) => (
          <li key={course.id}>
            <KeptCourse course={course} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function KeptCourse({ course }: { readonly course: ImportedCourse }) {
  const remove = useImports((state) => state.remove)
  const [isUpdating, setUpdating] = useState(false)
  const { title, files, savedAt } = course

  async function save() {
    const { name, content } = await exportCourse(course)
    saveFile(name, content)
  }

  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p className={styles['cue']}>
        {files.length === 1 ? 'One file' : `${files.length} files`}, brought in {dateText(savedAt)}
      </p>
      <ButtonRow>
        <Button aria-expanded={isUpdating} onClick={() => setUpdating(!isUpdating)} aria-label={`Update ${title}`}>
          Update
        </Button>
        <Button onClick={() => void save()} aria-label={`Save ${title} as a file`}>
          Save as a file
        </Button>
        <Button onClick={() => void remove(course)} aria-label={`Remove ${title}`}>
          Remove
        </Button>
      </ButtonRow>
      {isUpdating && <ChooseNotes replaces={course} />}
    </>
  )
}
