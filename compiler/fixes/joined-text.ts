import type { Expression, Range } from '../../grammar/index.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { replacing } from './edits.ts'

/** `"Dear " + name` as `"Dear {{name}}"`, where all that is joined is a name, a field, a number or a one-line text. */
export function joinedText(operands: readonly Expression[], range: Range, source: string): Fix | null {
  const parts = operands.map((operand) => partOf(operand, source))
  if (parts.includes(null)) return null
  return replacing(range, `"${parts.join('')}"`, 'Insert the values into one text')
}

function partOf(operand: Expression, source: string): string | null {
  const written = source.slice(operand.range.start, operand.range.end)
  switch (operand.kind) {
    case 'text':
      return operand.form === 'line' && written.startsWith('"') ? written.slice(1, -1) : null
    case 'number':
      return written
    case 'name_expression':
    case 'member':
      return /[\n\r]/.test(written) ? null : `{{${written}}}`
    default:
      return null
  }
}
