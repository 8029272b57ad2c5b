import type { Statement } from '../../../grammar/index.ts'

/**
 * Every name that the statements bind, at any depth of branches and loops. Nothing inside an `each` binds outside it, and a
 * loop's own item and index are not outer names.
 */
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
        statement.body.statements.forEach(visit)
        break
      case 'for':
        for (const name of boundNames(statement.body.statements)) {
          if (name !== statement.item.text && name !== statement.index?.text) names.add(name)
        }
        break
      case 'stop':
      case 'assert':
      case 'return':
      case 'bare_call':
        break
    }
  }
  statements.forEach(visit)
  names.delete('_')
  return names
}
