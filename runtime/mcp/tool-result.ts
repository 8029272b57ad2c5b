import type { Type } from '../../compiler/index.ts'
import type { ToolOutcome } from '../tools/tool-implementation.ts'
import { validateValue } from '../values/validate-value.ts'

/** What a server answers to a call, as far as it is looked at. Foreign data. */
export interface McpAnswer {
  readonly content?: readonly { readonly type: string; readonly text?: unknown }[]
  readonly structuredContent?: unknown
  readonly isError?: boolean | undefined
}

const LONGEST_COMPLAINT = 500

/**
 * The value of an answer for a declared result: a `string` is the text; anything else is the structured content, or its field
 * `result` where a server wraps what is no object, or the text as JSON. Pictures and sounds are left out.
 */
export function toolResult(answer: McpAnswer, result: Type): ToolOutcome {
  const text = (answer.content ?? []).flatMap((part) => (part.type === 'text' && typeof part.text === 'string' ? [part.text] : [])).join('\n')
  if (answer.isError === true) return { kind: 'failed', message: text === '' ? 'the tool failed' : text.slice(0, LONGEST_COMPLAINT) }
  const { structuredContent } = answer
  if (result.kind === 'string') {
    return { kind: 'ok', value: text === '' && structuredContent !== undefined ? textOf(unwrapped(structuredContent, result)) : text }
  }
  if (structuredContent !== undefined) return { kind: 'ok', value: unwrapped(structuredContent, result) }
  try {
    return { kind: 'ok', value: JSON.parse(text) as unknown }
  } catch {
    return { kind: 'failed', message: `the tool answered with no JSON: ${JSON.stringify(text.slice(0, 100))}` }
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The field `result` of a wrapping object, where it fits and the object does not; otherwise the content as it is. */
function unwrapped(content: unknown, type: Type): unknown {
  if (typeof content !== 'object' || content === null || !('result' in content)) return content
  if (validateValue(type, content).kind === 'ok') return content
  return validateValue(type, content.result).kind === 'ok' ? content.result : content
}
