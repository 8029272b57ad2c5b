import { mayFailOrOutgrow, resultsOf } from '../../graph/index.ts'
import type { Node, Pure, ValueId } from '../../graph/index.ts'
import { isOptional } from '../../types/index.ts'
import { stringLiteral } from '../literals.ts'
import type { Scope } from '../scope.ts'
import { writeAs } from '../write-expression.ts'
import type { Place } from './place.ts'

/** The results of a node that something reads. */
export const liveResults = (node: Node, { writing }: Place): readonly ValueId[] =>
  resultsOf(node).filter((id) => writing.read.has(id))

/** A value that a block comes to. */
export const outputText = (output: Pure, { scope }: Place): string =>
  writeAs(output, scope.types.typeOf(output, scope.knowledge), scope, { literal: true })

/** A value as it is written, and how it would be where its type is told. */
export interface OutputTexts {
  readonly text: string
  readonly typedText?: string
}

export const outputTexts = (output: Pure, place: Place): OutputTexts => {
  const { scope } = place
  return { text: outputText(output, place), typedText: writeAs(output, scope.types.typeOf(output, scope.knowledge), scope) }
}

/** The expression of the line before, where the value was made there and is read nowhere else. */
export function movedText(output: Pure, { writing, lines, scope }: Place): string | null {
  if (output.kind !== 'value' || writing.read.get(output.id) !== 1) return null
  const variable = scope.variables.get(output.id)
  return variable?.kind === 'plain' ? lines.takeLast(`const ${variable.name} = `) : null
}

/** The type of a variable that holds the value. */
export const typeText = (id: ValueId, { writing, scope }: Place): string =>
  writing.module.typeTexts.typeText(scope.types.typeOf({ kind: 'value', id }, new Map()))

/** A value for a variable of the type of `target`; a constant is told that type, or TypeScript would narrow the variable. */
export function assignedText(value: Pure, target: ValueId, { scope, writing }: Place): string {
  const type = scope.types.typeOf({ kind: 'value', id: target }, new Map())
  const text = writeAs(value, type, scope)
  const isUnion = isOptional(type) || type.kind === 'enum' || type.kind === 'bool'
  return value.kind === 'constant' && isUnion ? `${text} as ${writing.module.typeTexts.typeText(type)}` : text
}

/** A value that a step takes, or a function that gives it where it may fail. */
export function givenText(pure: Pure, scope: Scope): string {
  const text = writeAs(pure, scope.types.typeOf(pure, scope.knowledge), scope, { literal: true })
  return mayFailOrOutgrow(pure) ? `() => ${bodyText(text)}` : text
}

/** A computation as a step of its own. */
export function computedText({ instance, expression }: Extract<Node, { kind: 'compute' }>, { steps, scope }: Place): string {
  const text = writeAs(expression, scope.types.typeOf(expression, scope.knowledge), scope, { literal: true })
  return `${steps}.value(${stringLiteral(instance)}, () => ${bodyText(text)})`
}

/** A condition in line; where it may fail, as a step of its own. */
export function conditionText(condition: Pure, { instance }: Node, { steps, scope }: Place): string {
  const text = writeAs(condition, { kind: 'bool' }, scope)
  return mayFailOrOutgrow(condition) ? `${steps}.value(${stringLiteral(instance)}, () => ${text})` : text
}

/** An expression as the body of an arrow function. */
export const bodyText = (text: string): string => (text.startsWith('{') ? `(${text})` : text)
