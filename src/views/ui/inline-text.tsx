import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { Inline } from '../../model/inline.ts'
import { unreachable } from '../../model/unreachable.ts'

interface Props {
  readonly text: readonly Inline[]
  /** Draws the mark of a footnote; without it footnotes are left out. */
  readonly mark?: (note: NoteId) => ReactNode
}

/** Draws marked text. Everything becomes React text: nothing in the notes can be executed. */
export function InlineText({ text, mark }: Props) {
  return text.map((inline, index) => <Fragment key={index}>{drawn(inline, mark)}</Fragment>)
}

function drawn(inline: Inline, mark: Props['mark']): ReactNode {
  const inner = (children: readonly Inline[]) => <InlineText text={children} {...(mark && { mark })} />
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'strong':
      return <strong>{inner(inline.children)}</strong>
    case 'emphasis':
      return <em>{inner(inline.children)}</em>
    case 'strike':
      return <s>{inner(inline.children)}</s>
    case 'link':
      return (
        <a href={inline.href} rel="noreferrer">
          {inner(inline.children)}
        </a>
      )
    case 'break':
      return <br />
    case 'note':
      return mark?.(inline.note) ?? null
    default:
      return unreachable(inline)
  }
}
