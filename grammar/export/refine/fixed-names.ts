import { choice, literal, rule, sequence, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import type { LegalNames } from '../legal-names.ts'
import { isNamed, itemsOf, opensWith, partWhere, replaced, ruleOf, withoutOptions, withRules } from './rewrite.ts'

const oneOf = (names: readonly string[]): Expression => choice(...names.map(literal))

/**
 * The rules for a script whose declarations are fixed: `rest` derives the workflow that stands behind them. What is called, and
 * what is named as a type or member, exists; a value is any name that nothing is declared as.
 */
export function withFixedNames(rules: Rules, names: LegalNames): Rules {
  const of = (name: string): Expression => ruleOf(rules, name)
  return withRules(rules, {
    ...callRules(names, partWhere(of('postfix'), opensWith('(')), of('argument')),
    ...workflowRules(names, of),
    ...enumRules(names, of),
    staticInteger: rule('integer'),
    type: withoutOptions(of('type'), isNamed('agentType')),
    baseType: choice(oneOf(names.types), rule('recordType')),
    postfix: withoutCall(of('postfix')),
  })
}

function callRules(names: LegalNames, given: Expression, argument: Expression): Readonly<Record<string, Expression>> {
  const [name = argument] = itemsOf(argument)
  const value = partWhere(argument, isNamed('expression'))
  const selector = partWhere(argument, opensWith('.'))
  const call = (callees: readonly string[], kind: string): Expression =>
    sequence(oneOf(callees), replaced(given, 'argument', rule(kind)))
  return {
    call: choice(
      ...names.callees.length > 0 ? [rule('plainCall')] : [],
      ...names.patterns.length > 0 ? [rule('patternCall')] : [],
      rule('builtinCall'),
    ),
    plainCall: call(names.callees, 'argument'),
    patternCall: call(names.patterns, 'patternArgument'),
    builtinCall: call(names.builtins, 'builtinArgument'),
    argument: sequence(name, value),
    patternArgument: sequence(name, choice(...names.agents.map(literal), value)),
    builtinArgument: choice(selector, value),
  }
}

function workflowRules({ head }: LegalNames, of: (name: string) => Expression): Readonly<Record<string, Expression>> {
  const [, ...parameter] = itemsOf(of('parameter'))
  const workflow = itemsOf(of('workflowDeclaration')).filter((item) =>
    item.kind !== 'repetition' || !isNamed('typeParameters')(item.item))
  return {
    parameter: sequence(...parameter),
    workflowDeclaration: replaced(sequence(...workflow), 'declaredName', literal('main')),
    rest: head === null ? rule('workflowDeclaration') : sequence(literal(`workflow ${head}`), rule('block')),
  }
}

/** Without enums there is nothing to `match`. */
function enumRules({ enums }: LegalNames, of: (name: string) => Expression): Readonly<Record<string, Expression>> {
  const primary = (...more: readonly Expression[]): Expression => choice(of('primary'), rule('call'), ...more)
  if (enums.length === 0) {
    const isMatch = isNamed('matchStatement')
    return {
      primary: primary(),
      statement: withoutOptions(of('statement'), isMatch),
      lastStatement: withoutOptions(of('lastStatement'), isMatch),
    }
  }
  return {
    primary: primary(rule('enumMember')),
    enumMember: choice(...enums.map(({ name, members }) => sequence(literal(name), literal('.'), oneOf(members)))),
    memberName: oneOf([...new Set(enums.flatMap(({ members }) => members))]),
  }
}

function withoutCall(postfix: Expression): Expression {
  const suffix = partWhere(postfix, ({ kind }) => kind === 'choice')
  return sequence(...itemsOf(postfix).map((item) =>
    item.kind === 'repetition' ? { ...item, item: withoutOptions(suffix, opensWith('(')) } : item))
}
