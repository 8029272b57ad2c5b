import type { Expression, Statement } from '../../../grammar/index.ts'
import { blocksOf, expressionsOf, partsOf } from './parts-of.ts'

/** The expression and everything inside it, outermost first. */
export function* expressionsIn(expression: Expression): Generator<Expression> {
  yield expression
  const { expressions, statements } = partsOf(expression)
  for (const part of expressions) yield* expressionsIn(part)
  for (const statement of statementsIn(statements)) {
    for (const part of expressionsOf(statement)) yield* expressionsIn(part)
  }
}

/** The statements and those in their blocks; not those inside expressions. */
export function* statementsIn(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement
    for (const block of blocksOf(statement)) yield* statementsIn(block.statements)
  }
}

/** Every expression of the statements, at any depth. */
export function* expressionsUnder(statements: readonly Statement[]): Generator<Expression> {
  for (const statement of statementsIn(statements)) {
    for (const expression of expressionsOf(statement)) yield* expressionsIn(expression)
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
