import type { Statement } from '../../grammar/index.ts'

/** Every name that the statements bind, at any depth of branches and loops; `each` bodies bind nothing outside. */
export function assignedNames(statements: readonly Statement[], into = new Set<string>()): Set<string> {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'binding':
        into.add(statement.name.text)
        break
      case 'if':
        assignedNames(statement.then.statements, into)
        if (statement.otherwise !== null) assignedNames(statement.otherwise.statements, into)
        break
      case 'match':
        for (const arm of statement.arms) assignedNames(arm.body.statements, into)
        break
      case 'repeat':
        assignedNames(statement.body.statements, into)
        break
      case 'for':
        for (const name of assignedNames(statement.body.statements)) {
          if (name !== statement.item.text && name !== statement.index?.text) into.add(name)
        }
        break
      case 'stop':
      case 'assert':
      case 'return':
      case 'bare_call':
        break
    }
  }
  into.delete('_')
  return into
}
