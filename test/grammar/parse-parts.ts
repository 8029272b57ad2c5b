import { expect } from 'vitest'
import { parse } from '../../grammar/index.ts'
import type { Expression, Statement, TypeExpression, WorkflowDeclaration } from '../../grammar/index.ts'

/** The only workflow of a file that has no problems. */
export function workflowOf(source: string): WorkflowDeclaration {
  const { file, problems } = parse(source)
  expect(problems).toEqual([])
  const [declaration] = file.declarations
  if (declaration?.kind !== 'workflow') throw new Error(`no workflow in ${source}`)
  return declaration
}

/** The statements of a workflow that holds just them. */
export function statementsOf(statements: string): readonly Statement[] {
  return workflowOf(`workflow main() -> string {\n${statements}\n}`).body.statements
}

export function expressionOf(expression: string): Expression {
  const [statement] = statementsOf(`return ${expression}`)
  if (statement?.kind !== 'return') throw new Error(`no expression: ${expression}`)
  return statement.value
}

export function typeOf(type: string): TypeExpression {
  const { file, problems } = parse(`type T = ${type}`)
  expect(problems).toEqual([])
  const [declaration] = file.declarations
  if (declaration?.kind !== 'type') throw new Error(`no type: ${type}`)
  return declaration.type
}
