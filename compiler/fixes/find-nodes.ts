import type { Expression, SourceFile, Statement, Text } from '../../grammar/index.ts'
import { expressionsIn, expressionsUnder, statementsIn } from '../check/walk/walk.ts'

/** Every expression of a file, those in the texts of agents included. */
export function* allExpressions({ declarations }: SourceFile): Generator<Expression> {
  for (const declaration of declarations) {
    if (declaration.kind === 'workflow') yield* expressionsUnder(declaration.body.statements)
    if (declaration.kind !== 'agent') continue
    for (const setting of declaration.settings) {
      if (setting.kind === 'role' || setting.kind === 'prompt') yield* expressionsIn(setting.text)
    }
  }
}

/** Every statement of a file, at any depth. */
export function* allStatements(file: SourceFile): Generator<Statement> {
  for (const declaration of file.declarations) {
    if (declaration.kind === 'workflow') yield* statementsIn(declaration.body.statements)
  }
  for (const expression of allExpressions(file)) {
    if (expression.kind === 'each') yield* statementsIn(expression.body)
  }
}

/** The innermost text around an offset. */
export function textAround(file: SourceFile, offset: number): Text | null {
  let found: Text | null = null
  for (const expression of allExpressions(file)) {
    if (expression.kind === 'text' && expression.range.start < offset && offset < expression.range.end) found = expression
  }
  return found
}
