import type { Value } from '../../compiler/index.ts'
import type { ModelReply } from '../model/model-client.ts'
import { problemText } from '../values/problem-text.ts'
import { fieldOf } from '../values/record.ts'
import { validateValue } from '../values/validate-value.ts'
import { wrappedType, wrappingField } from '../values/wrapped-type.ts'
import type { CallableAgent } from './definitions.ts'
import { parseJson } from './parse-json.ts'

export type ReadReply =
  | { readonly kind: 'ok'; readonly value: Value }
  /** What is wrong, in words for the model. */
  | { readonly kind: 'problem'; readonly message: string }

/**
 * Reads the reply that ends an attempt as the agent's result. A text is taken as it is, even where it was cut off at
 * `max_tokens`; a structured result that was cut off does not fit, even where it could be parsed.
 */
export function readReply(agent: CallableAgent, reply: ModelReply): ReadReply {
  const asksForTools = reply.toolCalls.length > 0
  if (agent.result.kind === 'string') {
    if (asksForTools && reply.content === '') return problem('It asks for a tool where an answer is due.')
    return { kind: 'ok', value: reply.content }
  }
  if (reply.finish === 'length') return problem(`It was cut off at ${agent.max_tokens} tokens; answer more briefly.`)
  if (asksForTools && reply.content.trim() === '') return problem('It asks for a tool where an answer is due.')
  const parsed = parseJson(reply.content)
  if (parsed.kind === 'invalid') return problem(`It is not valid JSON: ${parsed.message}.`)
  const validated = validateValue(wrappedType(agent.result), parsed.data)
  if (validated.kind === 'invalid') return problem(problemText(validated.problems))
  return { kind: 'ok', value: agent.result.kind === 'record' ? validated.value : fieldOf(validated.value, wrappingField) }
}

const problem = (message: string): ReadReply => ({ kind: 'problem', message })
