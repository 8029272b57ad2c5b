import type { Operator } from './arithmetic.ts'
import { group } from './expression.ts'
import type { Expression } from './expression.ts'

/** Longer texts are not read: they come from models, and nesting must not overflow the stack. */
const longestText = 500

/** At most so many digits, so that one operation stays exact. */
const numberPattern = /^(?:0|[1-9][0-9]{0,6})/

/**
 * Reads an expression: numbers without leading zeros, `+ - *` from left to right with `*` first, parentheses, no spaces and
 * no signs. `null` for anything else.
 */
export function parseExpression(text: string): Expression | null {
  if (text.length > longestText) return null
  let position = 0

  const chain = (next: () => Expression | null, symbols: readonly Operator[]): Expression | null => {
    let left = next()
    for (;;) {
      const operator = symbols.find((symbol) => symbol === text[position])
      if (left === null || operator === undefined) return left
      position += 1
      const right = next()
      if (right === null) return null
      left = { kind: 'operation', operator, left, right }
    }
  }

  const sum = (): Expression | null => chain(product, ['+', '-'])
  const product = (): Expression | null => chain(factor, ['*'])

  const factor = (): Expression | null => {
    if (text[position] === '(') {
      position += 1
      const inner = sum()
      if (inner === null || text[position] !== ')') return null
      position += 1
      return group(inner)
    }
    const digits = numberPattern.exec(text.slice(position))?.[0]
    if (digits === undefined) return null
    position += digits.length
    return { kind: 'number', value: Number(digits) }
  }

  const expression = sum()
  return position === text.length ? expression : null
}
