import { isOperation, operandsOf } from './math-json.ts'
import type { MathJson } from './math-json.ts'

/** How large a value is: the exponent of ten, -Infinity for 0; `null` for what is no finite number. */
export function magnitudeOf(value: MathJson): number | null {
  if (isOperation(value)) {
    if (value[0] === 'Rational') {
      const [over, under] = operandsOf(value).map(magnitudeOf)
      return over === undefined || under === undefined || over === null || under === null ? null : over - under
    }
    const parts = value[0] === 'Complex' ? operandsOf(value).map(magnitudeOf) : [null]
    return parts.every((part) => part !== null) ? Math.max(...parts) : null
  }
  return typeof value === 'string' ? null : magnitudeOfText(typeof value === 'number' ? String(value) : value.num)
}

/** By the text: the number may be beyond what a double holds. */
function magnitudeOfText(text: string): number | null {
  const parts = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (parts === null) return null
  const [, whole = '', fraction = '', exponent = '0'] = parts
  const first = `${whole}${fraction}`.search(/[1-9]/)
  return first === -1 ? -Infinity : whole.length - 1 - first + Number(exponent)
}
