import { choice, mapParts, partsOf, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'

// Ways to say a rule of the parser in another way. Each fails where the parser has no such thing, since it has changed then.

/** The rules with some replaced or added. */
export const withRules = (rules: Rules, changes: Readonly<Record<string, Expression>>): Rules =>
  new Map([...rules, ...Object.entries(changes)])

export function ruleOf(rules: Rules, name: string): Expression {
  const expression = rules.get(name)
  if (expression === undefined) throw new Error(`the parser has no rule ${name}`)
  return expression
}

/** The items of a rule that is a sequence. */
export function itemsOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'sequence') throw new Error('the parser has no sequence there')
  return expression.items
}

/** An expression with another one in the place of a rule or token. */
export function replaced(expression: Expression, name: string, replacement: Expression): Expression {
  partWhere(expression, isNamed(name))
  const replace = (part: Expression): Expression => isNamed(name)(part) ? replacement : mapParts(part, replace)
  return replace(expression)
}

/** A choice without some of its options. */
export function withoutOptions(expression: Expression, dropped: (option: Expression) => boolean): Expression {
  if (expression.kind !== 'choice' || !expression.options.some(dropped)) throw new Error('the parser has no such option')
  return choice(...expression.options.filter((option) => !dropped(option)))
}

/** The first part, however deep, that is as wanted. */
export function partWhere(expression: Expression, wanted: (part: Expression) => boolean): Expression {
  const found = findPart(expression, wanted)
  if (found === null) throw new Error('the parser has no such production')
  return found
}

function findPart(expression: Expression, wanted: (part: Expression) => boolean): Expression | null {
  if (wanted(expression)) return expression
  for (const part of partsOf(expression)) {
    const found = findPart(part, wanted)
    if (found !== null) return found
  }
  return null
}

/** Whether an expression is one of these rules or tokens. */
export const isNamed = (...names: readonly string[]) => (part: Expression): boolean =>
  (part.kind === 'rule' || part.kind === 'token') && names.includes(part.name)

/** Whether an expression begins with a word or sign. */
export const opensWith = (text: string) => (part: Expression): boolean => {
  const first = part.kind === 'sequence' ? part.items[0] : part
  return first?.kind === 'literal' && first.text === text
}
