import type { Value } from '../../compiler/index.ts'
import type { Failure } from './failure.ts'
import { renderJson } from './render-json.ts'

/** A value inside a text: strings as they are, `none` as nothing, everything else as compact JSON. */
export function renderText(value: Value): string | Failure {
  if (typeof value === 'string') return value
  return value === null ? '' : renderJson(value)
}
