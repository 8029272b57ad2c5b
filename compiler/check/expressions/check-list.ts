import type { ListExpression } from '../../../grammar/index.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { joinTypes, listOf, neverType, sizeNumber, typeText, unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { checkExpression } from './check-expression.ts'

/** `[a, b]`: a list of at most as many items as are written, of the type that they all fit. */
export function checkItems({ items }: ListExpression, environment: Environment, body: Body): Type {
  let element: Type = neverType
  for (const item of items) {
    const type = checkExpression(item, environment, body)
    const joined = joinTypes(element, type)
    if (joined === null) {
      const types = { left: typeText(element), right: typeText(type) }
      body.report(typesMessages.noCommonType, { ...types, hint: 'All items of a list have one type.' }, item.range)
    }
    element = joined ?? unknownType
  }
  return listOf(element, sizeNumber(items.length))
}
