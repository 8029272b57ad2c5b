import type { Expression, Statement } from '../../../grammar/index.ts'
import { blocksOf, expressionsOf, partsOf } from './parts-of.ts'

// Collected into one list rather than yielded: every script is walked several times, and generators inside generators are slow.

/** The expression and everything inside it, outermost first. */
export function expressionsIn(expression: Expression): readonly Expression[] {
  const found: Expression[] = []
  collectExpressions(expression, found)
  return found
}

/** The statements and those in their blocks; not those inside expressions. */
export function statementsIn(statements: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = []
  collectStatements(statements, found)
  return found
}

/** Every expression of the statements, at any depth. */
export function expressionsUnder(statements: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = []
  collectExpressionsUnder(statements, found)
  return found
}

function collectExpressions(expression: Expression, found: Expression[]): void {
  found.push(expression)
  const { expressions, statements } = partsOf(expression)
  for (const part of expressions) collectExpressions(part, found)
  collectExpressionsUnder(statements, found)
}

function collectExpressionsUnder(statements: readonly Statement[], found: Expression[]): void {
  for (const statement of statements) {
    for (const expression of expressionsOf(statement)) collectExpressions(expression, found)
    for (const block of blocksOf(statement)) collectExpressionsUnder(block.statements, found)
  }
}

function collectStatements(statements: readonly Statement[], found: Statement[]): void {
  for (const statement of statements) {
    found.push(statement)
    for (const block of blocksOf(statement)) collectStatements(block.statements, found)
  }
}

/** The names that the expressions read, local or not. */
export function namesRead(expressions: readonly Expression[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const expression of expressions) {
    for (const part of expressionsIn(expression)) if (part.kind === 'name_expression') names.add(part.name)
  }
  return names
}
