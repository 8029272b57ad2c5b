import type { Expression } from '../../../grammar/index.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { boolType, intType, isTooLarge, neverType, noneType, numberType, listOf } from '../../types/index.ts'
import { sizeNumber, typePartLimit, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkBinary } from './check-binary.ts'
import { checkCall } from './check-call.ts'
import { checkEach } from './check-each.ts'
import { checkIndex } from './check-index.ts'
import { checkItems } from './check-list.ts'
import { checkMember } from './check-member.ts'
import { checkName } from './check-name.ts'
import { checkRecord } from './check-record.ts'
import { checkSample } from './check-sample.ts'
import { checkText } from './check-text.ts'
import { checkUnary } from './check-unary.ts'

/** The expression's type, which is also recorded; `unknown` where an error was reported. */
export function checkExpression(expression: Expression, environment: Environment, body: Body): Type {
  const found = typeOf(expression, environment, body)
  const type = isTooLarge(found) ? unknownType : found
  if (type !== found) body.report(typesMessages.typeTooLarge, { limit: typePartLimit }, expression.range)
  body.facts.types.set(expression, type)
  return type
}

function typeOf(expression: Expression, environment: Environment, body: Body): Type {
  switch (expression.kind) {
    case 'number':
      return expression.integer ? intType : numberType
    case 'boolean':
      return boolType
    case 'none':
      return noneType
    case 'text':
      return checkText(expression, environment, body)
    case 'name_expression':
      return checkName(expression, environment, body)
    case 'list':
      return expression.items.length === 0 ? listOf(neverType, sizeNumber(0)) : checkItems(expression, environment, body)
    case 'record':
      return checkRecord(expression, environment, body)
    case 'member':
      return checkMember(expression, environment, body)
    case 'index':
      return checkIndex(expression, environment, body)
    case 'call':
      return checkCall(expression, environment, body)
    case 'unary':
      return checkUnary(expression, environment, body)
    case 'binary':
      return checkBinary(expression, environment, body)
    case 'sample':
      return checkSample(expression, environment, body)
    case 'each':
      return checkEach(expression, environment, body)
    case 'missing':
      return unknownType
  }
}
