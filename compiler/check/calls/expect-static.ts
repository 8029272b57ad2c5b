import type { Expression } from '../../../grammar/index.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import type { Size, Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { staticValue } from './static-value.ts'

/** Whether the argument is a whole number below 1, which is then reported. `what` names the parameter. */
export function refuseBelowOne(argument: Expression, what: string, environment: Environment, body: Body): boolean {
  const value = staticValue(argument, environment)
  const isNegative = argument.kind === 'unary' && argument.operator === '-' && argument.operand.kind === 'number'
  if (!isNegative && (value?.kind !== 'number' || value.value >= 1)) return false
  body.report(typesMessages.notPositive, { what }, argument.range)
  return true
}

/** The argument's value before the program runs, at least 1; `null`, after a report, where it has none. */
export function expectStatic(argument: Expression, type: Type, what: string, environment: Environment, body: Body): Size | null {
  if (type.kind === 'unknown' || refuseBelowOne(argument, what, environment, body)) return null
  const value = staticValue(argument, environment)
  if (value !== null) return value
  const name = argument.kind === 'name_expression' ? argument.name : null
  const hint = name === null ? null : `Take it as a parameter, \`static ${name}: int\`, or write a number.`
  body.report(typesMessages.notStatic, { what: name === null ? 'This' : `\`${name}\``, hint }, argument.range)
  return null
}
