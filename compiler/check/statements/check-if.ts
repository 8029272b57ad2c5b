import type { IfStatement } from '../../../grammar/index.ts'
import type { Body } from '../body.ts'
import { checkCondition } from '../expressions/check-condition.ts'
import { assume } from '../flow/assume.ts'
import type { Environment } from '../flow/environment.ts'
import { mergeBranches } from '../flow/merge-branches.ts'
import { checkStatements } from './check-statements.ts'

export function checkIf({ condition, then, otherwise }: IfStatement, environment: Environment, body: Body): Environment {
  checkCondition(condition, environment, body)
  const whenTrue = checkStatements(then.statements, assume(condition, true, environment), body)
  const whenFalse = checkStatements(otherwise?.statements ?? [], assume(condition, false, environment), body)
  return mergeBranches(environment, [whenTrue, whenFalse])
}
