import type { Block, ValueId } from '../../graph/index.ts'
import { Lines } from '../lines.ts'
import type { Scope } from '../scope.ts'
import { nameOfValue } from '../variable-names.ts'
import { innerScope, ownPlace } from './place.ts'
import type { Place, Writing } from './place.ts'
import { uses, usesSteps } from './uses.ts'
import { bodyText } from './value-text.ts'
import { writeReturning } from './write-returning.ts'

const mostInferredLines = 40

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
  if (only === null) return `async (${parameters})${resultType(block, lines, writing, scope)} => {\n${lines.text}\n}`
  // Steps give promises, all but values.
  return `${/^at\.(?!value\()/.test(only) ? '' : 'async '}(${parameters}) => ${bodyText(only)}`
}

/**
 * The type that a long function says it gives. TypeScript would infer it from the last statement backwards, one call inside
 * the other for each constant on the way, and run out of stack at about two hundred.
 */
function resultType({ outputs }: Block, lines: Lines, { module }: Writing, scope: Scope): string {
  const [only, ...others] = outputs
  if (lines.text.split('\n').length <= mostInferredLines || only === undefined || others.length > 0) return ''
  return `: Promise<${module.typeTexts.typeText(scope.types.typeOf(only, scope.knowledge))}>`
}

/** The parameters up to the last that the code uses, those before it that it does not with a `_`. */
function parametersText(code: string, names: readonly string[]): string {
  const all = [usesSteps(code) ? 'at' : '_at', ...names.map((name) => (uses(code, name) ? name : `_${name}`))]
  return all.slice(0, all.findLastIndex((name) => !name.startsWith('_') || names.includes(name)) + 1).join(', ')
}
