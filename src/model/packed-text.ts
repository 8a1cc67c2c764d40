import type { Inline } from './inline.ts'

type Marked = Extract<Inline, { readonly children: readonly Inline[] }>
type PackedMark<M extends Marked> = M extends Marked ? Omit<M, 'children'> & { readonly children: PackedText } : never

type PackedInline = string | PackedMark<Marked> | Exclude<Inline, Marked | { readonly kind: 'text' }>

/** Marked text in fewer bytes: words without a mark are a string. */
export type PackedText = string | readonly PackedInline[]

export function packText(text: readonly Inline[]): PackedText {
  const packed = text.map((inline): PackedInline => {
    if (inline.kind === 'text') return inline.text
    return 'children' in inline ? { ...inline, children: packText(inline.children) } : inline
  })
  const [first] = packed
  return packed.length === 1 && typeof first === 'string' ? first : packed
}

export function unpackText(packed: PackedText): readonly Inline[] {
  if (typeof packed === 'string') return [{ kind: 'text', text: packed }]
  return packed.map((inline): Inline => {
    if (typeof inline === 'string') return { kind: 'text', text: inline }
    return 'children' in inline ? { ...inline, children: unpackText(inline.children) } : inline
  })
}
