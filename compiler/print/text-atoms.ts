import type { Expression, TextPart } from '../../grammar/index.ts'

/** Writes an expression on one line. */
type ExpressionPrinter = (expression: Expression) => string

/** A text flattened: what stands for itself, what is inserted, and block tags; the last two as they are written. */
export type TextAtom =
  | { readonly kind: 'chunk'; readonly value: string }
  | { readonly kind: 'insert'; readonly written: string }
  /** `inline` where nothing in its block breaks the line. */
  | { readonly kind: 'tag'; readonly written: string; readonly inline: boolean }

export function textAtoms(parts: readonly TextPart[], print: ExpressionPrinter): readonly TextAtom[] {
  return parts.flatMap((part): readonly TextAtom[] => {
    const inside = (inner: readonly TextPart[]) => textAtoms(inner, print)
    const inline = !breaksLine(part)
    const tag = (written: string): TextAtom => ({ kind: 'tag', written: `{{${written}}}`, inline })
    switch (part.kind) {
      case 'chunk':
        return [{ kind: 'chunk', value: part.value }]
      case 'insert':
        return [{ kind: 'insert', written: insertion(print(part.expression)) }]
      case 'text_if': {
        const otherwise = part.otherwise === null ? [] : [tag('else'), ...inside(part.otherwise)]
        return [tag(`#if ${print(part.condition)}`), ...inside(part.then), ...otherwise, tag('/if')]
      }
      case 'text_each':
        return [tag(`#each ${print(part.list)} as ${part.item.text}`), ...inside(part.body), tag('/each')]
    }
  })
}

function breaksLine(part: TextPart): boolean {
  switch (part.kind) {
    case 'chunk':
      return part.value.includes('\n')
    case 'insert':
      return false
    case 'text_if':
      return [...part.then, ...(part.otherwise ?? [])].some(breaksLine)
    case 'text_each':
      return part.body.some(breaksLine)
  }
}

/** A record right after the braces would move them: in a run of three the last two open. */
const insertion = (written: string): string =>
  `{{${written.startsWith('{') ? ' ' : ''}${written}${written.endsWith('}') ? ' ' : ''}}}`
