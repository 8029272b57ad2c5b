import type { Type } from '../../compiler/index.ts'
import type { Answer } from '../../runtime/index.ts'
import { problemText, validateValue } from '../../runtime/index.ts'
import { readInputText } from '../../runtime/tasks/index.ts'

/** Reads a result as a person writes it, as an input of that type is read. */
export function readAnswerText(type: Type, text: string): Answer | { readonly kind: 'error'; readonly message: string } {
  const read = readInputText(type, text)
  if (read.kind === 'error') return { kind: 'error', message: `it ${read.message}` }
  const validated = validateValue(type, read.value)
  if (validated.kind === 'ok') return { kind: 'value', value: validated.value }
  return { kind: 'error', message: `it does not fit: ${problemText(validated.problems)}` }
}
