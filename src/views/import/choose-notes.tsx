import { useRef, useState } from 'react'
import type { ChangeEvent, DragEvent } from 'react'
import type { ImportedCourse } from '../../model/imported-course.ts'
import { droppedFiles } from '../../stores/dropped-files.ts'
import { readFiles } from '../../stores/read-files.ts'
import type { ChosenFile } from '../../stores/read-files.ts'
import { useImports } from '../../stores/services.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import.module.css'

/** Files, a folder, a drop or pasted text. */
export function ChooseNotes({ replaces }: { readonly replaces: ImportedCourse | null }) {
  const open = useImports((state) => state.open)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isPasting, setPasting] = useState(false)

  async function take(chosen: readonly ChosenFile[]) {
    const { files: read, refused } = await readFiles(chosen)
    await open(read, refused, replaces)
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    target.value = ''
    if (chosen.length > 0) void take(chosen)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer.items).then(take)
  }

  return (
    <Panel aria-labelledby={`choose-${replaces?.id ?? 'new'}`}>
      <h2 id={`choose-${replaces?.id ?? 'new'}`}>
        {replaces === null ? 'Bring notes' : `A newer version of ${replaces.title}`}
      </h2>
      <div
        className={styles['drop']}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop Markdown files, a folder, or cards from Anki (text) here, or</p>
        <ButtonRow>
          <Button look="primary" onClick={() => files.current?.click()}>
            Choose files
          </Button>
          <Button onClick={() => folder.current?.click()}>Choose a folder</Button>
          <Button aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
            Paste text
          </Button>
        </ButtonRow>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept=".md,.markdown,.mdown,.txt,.csv,text/markdown,text/plain,text/csv"
          aria-label="Files of notes"
          onChange={choose}
        />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          aria-label="Folder of notes"
          {...{ webkitdirectory: '' }}
          onChange={choose}
        />
      </div>
      {isPasting && <PasteForm onPaste={(text) => void open([{ path: 'pasted.md', text }], [], replaces)} />}
    </Panel>
  )
}

function PasteForm({ onPaste }: { readonly onPaste: (text: string) => void }) {
  return (
    <form
      className={styles['paste']}
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget).get('notes')
        if (typeof text === 'string' && text.trim() !== '') onPaste(text)
      }}
    >
      <label>
        Notes
        <textarea name="notes" rows={10} required spellCheck={false} />
      </label>
      <Button look="primary" type="submit">
        See what they become
      </Button>
    </form>
  )
}
