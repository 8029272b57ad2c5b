import { choice, repeat, rule, sequence, type Expression } from '../model/expression.ts'
import type { Context } from './context.ts'
import { isNamed, itemsOf, replaced, withoutOptions } from './rewrite.ts'

type InContext = (expression: Expression, context: Context) => Expression

/** Where every way has to return, the block ends in a statement that does. */
const block: InContext = (expression, { flow }) => {
  if (flow !== 'last') return expression
  const isClosing = (index: number): boolean => index === itemsOf(expression).length - 1
  return sequence(...itemsOf(expression).flatMap((item, index) => isClosing(index) ? [rule('lastStatement'), item] : [item]))
}

/** `stop` where there is a loop to leave; `return` as a last statement only. */
const statement: InContext = (expression, { flow }) =>
  withoutOptions(expression, isNamed('returnStatement', ...flow === 'loop' ? [] : ['stopStatement']))

/** Where every way has to return, there is an `else`. */
const ifStatement: InContext = (expression, { flow }) => {
  if (flow !== 'last') return expression
  return sequence(...itemsOf(expression).map((item) =>
    item.kind === 'repetition' && item.maximum === 1 ? repeat(item.item, 1, 1) : item))
}

const textParts: InContext = (_, { region }) => rule(region === 'line' ? 'lineParts' : 'blockParts')

/** A text calls nothing that could fail. */
const expression: InContext = (original, { region }) => region === 'code' ? original : rule('orExpression')

/**
 * A text calls builtins only. The brace of a record right behind `{{` would be read as part of a longer run of braces: in a
 * text, a record stands as an argument, an item or a field.
 */
const primary: InContext = (original, { region }) => {
  if (region === 'code') return original
  const inText = withoutOptions(original, isNamed('record', 'sample', 'each'))
  return inText.kind === 'choice' && inText.options.some(isNamed('call')) ? replaced(inText, 'call', rule('builtinCall')) : inText
}

const withRecord: InContext = (original, { region }) =>
  region === 'code' ? original : replaced(original, 'expression', choice(rule('expression'), rule('record')))

/** What rules say in a context that makes a difference to them. */
export const inContext: ReadonlyMap<string, InContext> = new Map([
  ['block', block],
  ['statement', statement],
  ['ifStatement', ifStatement],
  ['textParts', textParts],
  ['expression', expression],
  ['primary', primary],
  ['argument', withRecord],
  ['builtinArgument', withRecord],
  ['list', withRecord],
  ['field', withRecord],
])
