import { expect, test } from 'vitest'
import { compiled } from './compiled.ts'
import { missingIn, shownIn } from './shown-text.ts'

const EACH_PLACE = `# One

two

## 3. Four

- five
  - six

| Seven | Eight |
|---|---|
| nine | ten |

> **Tip — eleven:** twelve
>
> - thirteen

> fourteen

\`\`\`js
fifteen
\`\`\`

sixteen[^a] *seven*teen

[^a]: eighteen
`

test('what a file shows is found in every place that can show it', () => {
  const words = 'One two 3 Four five six Seven Eight nine ten Tip eleven twelve thirteen fourteen js fifteen sixteen'
  expect(missingIn(shownIn(compiled(EACH_PLACE).value), `${words} seventeen eighteen`)).toEqual([])
})

test('a word that is missing, or is there once too few, is named', () => {
  expect(missingIn('green tea', 'green black tea')).toEqual(['black'])
  expect(missingIn('tea', 'tea, tea')).toEqual([',', 'tea'])
  expect(missingIn('greentea', 'green tea')).toEqual(['green', 'tea'])
})
