import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { manifestOf } from '../../src/model/course.ts'
import { foldManifest, unfoldManifest } from '../../src/model/folded-manifest.ts'
import { courseId } from '../../src/model/ids.ts'
import { compileAll } from '../../src/node/read-notes.ts'

const manifestFor = (text: string) => manifestOf(compileCourse(courseId('c'), [{ path: 'notes.md', text }]).value)
const sent = (text: unknown): ReturnType<typeof foldManifest> => JSON.parse(JSON.stringify(text))

test('the contents of every course arrive as they were compiled', () => {
  const manifests = compileAll('content').map(({ value }) => manifestOf(value))
  expect(manifests.map((manifest) => unfoldManifest(sent(foldManifest(manifest))))).toEqual(manifests)
})

test('sections of the same title keep the names that tell them apart', () => {
  const manifest = manifestFor(
    '# Ports\n\n## Traps\n\nOne.\n\n## Traps\n\nTwo.\n\n## 1.2 Größe & Co.\n\nThree.\n\n## ++\n\nFour.\n',
  )
  const ids = manifest.topics.flatMap(({ sections }) => sections.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(unfoldManifest(sent(foldManifest(manifest)))).toEqual(manifest)
})
