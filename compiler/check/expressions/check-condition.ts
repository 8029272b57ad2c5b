import type { Expression } from '../../../grammar/index.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { presentCondition } from '../../fixes/present-condition.ts'
import { isOptional, typeText } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'
import { conditionHint } from './expect-operand.ts'

/** The condition of an `if`, `stop` or `assert`. */
export function checkCondition(condition: Expression, environment: Environment, body: Body): void {
  const type = checkExpression(condition, environment, body)
  if (type.kind === 'bool' || type.kind === 'unknown' || type.kind === 'never') return
  const hint = conditionHint(type, quoted(body, condition.range))
  const fix = isOptional(type) ? presentCondition(condition) : null
  body.report(typesMessages.notACondition, { actual: typeText(type), hint }, condition.range, { fix })
}
