import type { Statement } from '../../../grammar/index.ts'
import type { Body } from '../body.ts'
import { checkCondition } from '../expressions/check-condition.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import { checkText } from '../expressions/check-text.ts'
import { assume } from '../flow/assume.ts'
import type { Environment } from '../flow/environment.ts'
import { checkBinding } from './check-binding.ts'
import { checkIf } from './check-if.ts'
import { checkFor, checkRepeat } from './check-loop.ts'
import { checkMatch } from './check-match.ts'
import { checkReturn } from './check-return.ts'

/** Checks statements in order; gives what is known after the last one. */
export function checkStatements(statements: readonly Statement[], start: Environment, body: Body): Environment {
  return statements.reduce((environment, statement) => checkStatement(statement, environment, body), start)
}

function checkStatement(statement: Statement, environment: Environment, body: Body): Environment {
  switch (statement.kind) {
    case 'binding':
      return checkBinding(statement, environment, body)
    case 'if':
      return checkIf(statement, environment, body)
    case 'match':
      return checkMatch(statement, environment, body)
    case 'repeat':
      return checkRepeat(statement, environment, body)
    case 'for':
      return checkFor(statement, environment, body)
    case 'stop':
      checkCondition(statement.condition, environment, body)
      return assume(statement.condition, false, environment)
    case 'assert':
      checkCondition(statement.condition, environment, body)
      if (statement.message !== null) {
        body.facts.types.set(statement.message, checkText(statement.message, environment, body))
      }
      return assume(statement.condition, true, environment)
    case 'return':
      checkReturn(statement, environment, body)
      return environment
    case 'bare_call':
      checkExpression(statement.call, environment, body)
      return environment
  }
}
