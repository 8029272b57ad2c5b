import type { Type } from '../../compiler/index.ts'
import type { RequestedOutput } from '../model/model-client.ts'
import { jsonSchemaOf } from '../values/json-schema.ts'
import { wrappedType } from '../values/wrapped-type.ts'

const outputs = new WeakMap<Type, RequestedOutput>()
const text: RequestedOutput = { kind: 'text' }

/** What is asked of a model for a result of this type; made once for each type. */
export function requestedOutput(result: Type): RequestedOutput {
  if (result.kind === 'string') return text
  const known = outputs.get(result)
  if (known !== undefined) return known
  const output: RequestedOutput = { kind: 'json', schema: jsonSchemaOf(wrappedType(result)), wrapped: result.kind !== 'record' }
  outputs.set(result, output)
  return output
}
