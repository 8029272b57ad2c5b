export type Operator = '+' | '-' | '*'

export const operators: readonly Operator[] = ['+', '-', '*']

/** How results are kept small: reduced to 0 … modulo − 1, or legal only where they lie in 0 … range. */
export type Arithmetic = { readonly modulo: number } | { readonly range: number }

/** The result of one operation; `null` where it falls out of the range. */
export function operate(operator: Operator, left: number, right: number, arithmetic: Arithmetic): number | null {
  const result = exact(operator, left, right)
  if ('modulo' in arithmetic) return ((result % arithmetic.modulo) + arithmetic.modulo) % arithmetic.modulo
  return result >= 0 && result <= arithmetic.range ? result : null
}

function exact(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
  }
}
