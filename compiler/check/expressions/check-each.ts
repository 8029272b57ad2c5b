import type { EachExpression } from '../../../grammar/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { listOf, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkLoopList, withItems } from '../statements/loop-list.ts'
import { checkStatements } from '../statements/check-statements.ts'
import { checkExpression } from './check-expression.ts'

/** `each item in list { … yield result }`: its iterations are independent, so names from outside are read-only in it. */
export function checkEach(expression: EachExpression, environment: Environment, body: Body): Type {
  if (environment.inText) body.report(callsMessages.regionInText, { what: 'each' }, expression.range)
  const list = checkLoopList(expression, environment, body)
  const start = withItems({ ...environment, eachDepth: environment.eachDepth + 1 }, expression, list.element, body)
  const end = checkStatements(expression.body, start, body)
  const element = checkExpression(expression.result, end, body)
  return list.bound === null ? unknownType : listOf(element, list.bound)
}
