import type { Argument, Expression } from '../../../grammar/index.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'

/** Checks an argument of which nobody knows what it should be: for mistakes of its own only. */
export function checkLoosely({ value }: Argument, environment: Environment, body: Body): void {
  if (value.kind === 'expression') checkValueLoosely(value.expression, environment, body)
}

/** The same for an expression, which may be the name of an agent. */
export function checkValueLoosely(expression: Expression, environment: Environment, body: Body): void {
  if (expression.kind === 'name_expression' && mayBeAgent(expression.name, environment, body)) return
  checkExpression(expression, environment, body)
}

function mayBeAgent(name: string, environment: Environment, body: Body): boolean {
  const local = environment.locals.get(name)
  if (local !== undefined) {
    if (local.kind === 'agent') body.read.add(local)
    return local.kind === 'agent'
  }
  const meaning = body.names.lookUp(name)
  return meaning !== null && (meaning === 'silent' || meaning.kind === 'agent' || meaning.kind === 'workflow')
}
