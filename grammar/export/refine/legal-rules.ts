import { choice, literal, many, optional, repeat, rule, sequence, token, type Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import { isNamed, itemsOf, opensWith, partWhere, replaced, ruleOf, withoutOptions, withRules } from './rewrite.ts'

/** The parser's rules without what it reports although a production reads it. */
export function legalRules(recorded: Rules): Rules {
  const of = (name: string): Expression => ruleOf(recorded, name)
  return withRules(recorded, {
    ...typeRules(of('type'), of('baseType')),
    primary: replaced(of('primary'), 'Identifier', token('ValueName')),
    arm: replaced(of('arm'), 'plainName', rule('memberName')),
    // `_` is bound, and nothing else: it has no value, and no member is called so.
    memberName: token('ValueName'),
    matchStatement: withSomeArm(of('matchStatement')),
    block: replaced(of('block'), 'statements', many(rule('statement'))),
    each: replaced(of('each'), 'statements', many(rule('statement'))),
    string: choice(
      sequence(token('LineTextOpen'), many(token('TextChunk')), token('LineTextClose')),
      sequence(token('BlockTextOpen'), many(token('TextChunk')), token('BlockTextClose')),
    ),
    lastStatement: choice(rule('returnStatement'), rule('ifStatement'), rule('matchStatement')),
  })
}

/**
 * `T??` would be read as the operator, and says no more than `T?`: one `?` behind each base and each list. None stands behind an
 * agent type, whose result takes them all.
 */
function typeRules(type: Expression, baseType: Expression): Readonly<Record<string, Expression>> {
  const [base = type] = itemsOf(type)
  const question = optional(literal('?'))
  const ofValues = sequence(base, question, many(partWhere(type, opensWith('[')), question))
  return {
    type: choice(ofValues, rule('agentType')),
    baseType: withoutOptions(baseType, isNamed('agentType')),
  }
}

function withSomeArm(match: Expression): Expression {
  return sequence(...itemsOf(match).map((item) =>
    item.kind === 'repetition' && isNamed('arm')(item.item) ? repeat(item.item, 1, null) : item))
}
