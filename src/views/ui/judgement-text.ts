import type { Judgement } from '../../engines/items/typed-answer.ts'
import { unreachable } from '../../model/unreachable.ts'

/** How a typed name turned out. */
export function judgementText(judgement: Judgement): string {
  switch (judgement.kind) {
    case 'right':
      return 'Right.'
    case 'nearly':
      return `Right, but it is spelt “${judgement.meant}”.`
    case 'wrong':
      return judgement.other === null
        ? 'Not right.'
        : `Not right. “${judgement.other}” is something else in these notes.`
    case 'empty':
      return 'Nothing typed.'
    default:
      return unreachable(judgement)
  }
}
