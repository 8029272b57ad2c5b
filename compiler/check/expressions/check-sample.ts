import type { SampleExpression } from '../../../grammar/index.ts'
import { callsMessages } from '../../diagnostics/calls-messages.ts'
import { resolveSize } from '../../names/resolve-size.ts'
import { listOf, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'

/** `sample n of operand`: the operand evaluated n times. */
export function checkSample({ count, operand, range }: SampleExpression, environment: Environment, body: Body): Type {
  if (environment.inText) body.report(callsMessages.regionInText, { what: 'sample' }, range)
  const size = resolveSize(count, 'The number of samples', body.types)
  const element = checkExpression(operand, environment, body)
  return size === null ? unknownType : listOf(element, size)
}
