import type { Block, ValueId } from '../../graph/index.ts'
import { Lines } from '../lines.ts'
import { nameOfValue } from '../variable-names.ts'
import { innerScope, ownPlace } from './place.ts'
import type { Place } from './place.ts'
import { uses, usesSteps } from './uses.ts'
import { bodyText } from './value-text.ts'
import { writeReturning } from './write-returning.ts'

/** A block as a function of its steps and of the values given to it. */
export function callbackText(block: Block, { writing, scope: outer, budgets }: Place, given: readonly ValueId[] = []): string {
  const scope = innerScope(outer)
  const names = given.map((id) => {
    const name = scope.names.take(nameOfValue(id))
    scope.variables.set(id, { kind: 'plain', name, isConstant: true })
    return name
  })
  const lines = new Lines()
  writeReturning(block, ownPlace(writing, scope, lines, 'at', budgets))
  const parameters = parametersText(lines.text, names)
  const only = lines.count === 1 ? lines.takeLast('return ') : null
  if (only === null) return `async (${parameters}) => {\n${lines.text}\n}`
  // Steps give promises, all but values.
  return `${/^at\.(?!value\()/.test(only) ? '' : 'async '}(${parameters}) => ${bodyText(only)}`
}

/** The parameters up to the last that the code uses, those before it that it does not with a `_`. */
function parametersText(code: string, names: readonly string[]): string {
  const all = [usesSteps(code) ? 'at' : '_at', ...names.map((name) => (uses(code, name) ? name : `_${name}`))]
  return all.slice(0, all.findLastIndex((name) => !name.startsWith('_') || names.includes(name)) + 1).join(', ')
}
