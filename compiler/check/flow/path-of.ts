import type { Expression } from '../../../grammar/index.ts'
import type { Type } from '../../types/index.ts'
import type { Environment } from './environment.ts'

/** `x`, `x.field` and so on as one text; `null` for other expressions. */
export function pathOf(expression: Expression): string | null {
  if (expression.kind === 'name_expression') return expression.name
  if (expression.kind !== 'member') return null
  const object = pathOf(expression.object)
  return object === null ? null : `${object}.${expression.field.text}`
}

/** The type that the path has here; `null` for what is no path, or no value. */
export function pathType(expression: Expression, environment: Environment): Type | null {
  const path = pathOf(expression)
  return path === null ? null : (environment.narrowed.get(path) ?? declaredPathType(expression, environment))
}

/** The type that the last part of the path was declared with, whatever conditions have told about it. */
export function declaredPathType(expression: Expression, environment: Environment): Type | null {
  if (expression.kind === 'name_expression') {
    const local = environment.locals.get(expression.name)
    return local?.kind === 'value' ? local.type : null
  }
  if (expression.kind !== 'member') return null
  const object = pathType(expression.object, environment)
  if (object?.kind !== 'record') return null
  return object.fields.find((field) => field.name === expression.field.text)?.type ?? null
}
