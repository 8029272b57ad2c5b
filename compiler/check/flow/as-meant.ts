import type { Expression } from '../../../grammar/index.ts'
import { nearestName } from '../../diagnostics/nearest-name.ts'
import { valueWord } from '../../names/habits.ts'
import { localsOf } from './environment.ts'
import type { Environment } from './environment.ts'
import { pathType } from './path-of.ts'

/**
 * A path with its misspelt names put right, `none` for another language's word for it. Misspelt names are errors already, and what
 * their condition tells apart should not lead to a second one.
 */
export function asMeant(expression: Expression, environment: Environment): Expression {
  switch (expression.kind) {
    case 'name_expression': {
      const { name, range } = expression
      if (environment.locals.get(name) !== undefined) return expression
      if (valueWord(name) === 'none') return { kind: 'none', range }
      const nearest = nearestName(name, [...localsOf('value', environment), ...localsOf('static', environment)])
      return nearest === null ? expression : { ...expression, name: nearest }
    }
    case 'member': {
      const object = asMeant(expression.object, environment)
      const type = pathType(object, environment)
      const names = type?.kind === 'record' ? type.fields.map(({ name }) => name) : []
      const { field } = expression
      const nearest = names.includes(field.text) ? null : nearestName(field.text, names)
      return { ...expression, object, field: nearest === null ? field : { ...field, text: nearest } }
    }
    default:
      return expression
  }
}
