import type { Expression } from '../../../grammar/index.ts'
import { sizeNumber, sizeSymbol } from '../../types/index.ts'
import type { Size } from '../../types/index.ts'
import type { Environment } from '../flow/environment.ts'

/** The value of an expression that is known before the program runs: a whole number, or a `static` parameter. */
export function staticValue(expression: Expression, environment: Environment): Size | null {
  if (expression.kind === 'number') return expression.integer ? sizeNumber(expression.value) : null
  if (expression.kind !== 'name_expression') return null
  return environment.locals.get(expression.name)?.kind === 'static' ? sizeSymbol(expression.name) : null
}
