import type { Value } from '../../compiler/index.ts'
import type { Failure } from './failure.ts'
import { textTooLong } from './size-limits.ts'

/** Compact JSON; fails where it would be too long. */
export function renderJson(value: Value): string | Failure {
  let json: string
  try {
    json = JSON.stringify(value)
  } catch (error) {
    // The engine's own limit on strings, far above ours.
    if (error instanceof RangeError) return textTooLong(Number.POSITIVE_INFINITY) ?? ''
    throw error
  }
  return textTooLong(json.length) ?? json
}
