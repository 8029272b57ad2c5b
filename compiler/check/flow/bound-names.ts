import type { Statement } from '../../../grammar/index.ts'

/** Every name that the statements bind, at any depth of branches and loops. Nothing inside an `each` binds outside it. */
export function boundNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (statement: Statement): void => {
    switch (statement.kind) {
      case 'binding':
        names.add(statement.name.text)
        break
      case 'if':
        statement.then.statements.forEach(visit)
        statement.otherwise?.statements.forEach(visit)
        break
      case 'match':
        for (const arm of statement.arms) arm.body.statements.forEach(visit)
        break
      case 'repeat':
      case 'for':
        statement.body.statements.forEach(visit)
        break
      case 'stop':
      case 'assert':
      case 'return':
      case 'bare_call':
        break
    }
  }
  statements.forEach(visit)
  return names
}
