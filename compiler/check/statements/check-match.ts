import type { MatchStatement } from '../../../grammar/index.ts'
import { statementsMessages } from '../../diagnostics/statements-messages.ts'
import { missingArms } from '../../fixes/missing-arms.ts'
import { isOptional, typeText } from '../../types/index.ts'
import type { EnumType, Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import { reportUnknownMember } from '../expressions/check-member.ts'
import type { Environment } from '../flow/environment.ts'
import { mergeBranches } from '../flow/merge-branches.ts'
import { presentHint } from '../mismatch-hint.ts'
import { checkStatements } from './check-statements.ts'

export function checkMatch(statement: MatchStatement, environment: Environment, body: Body): Environment {
  const type = checkExpression(statement.subject, environment, body)
  if (type.kind === 'enum') checkArms(statement, type, environment, body)
  else reportNoEnum(statement, type, body)
  const ends = statement.arms.map((arm) => checkStatements(arm.body.statements, environment, body))
  return mergeBranches(environment, ends)
}

function checkArms(statement: MatchStatement, type: EnumType, environment: Environment, body: Body): void {
  const { subject, arms } = statement
  const seen = new Set<string>()
  for (const { member, range } of arms) {
    const name = member?.text ?? 'else'
    if (member !== null && !type.members.includes(name)) {
      reportUnknownMember(member, type, body)
      seen.add('else')
    } else if (seen.has(name) && !(member === null && hasUnknownArm(arms, type))) {
      const place = member?.range ?? { start: range.start, end: range.start + 'else'.length }
      body.report(statementsMessages.duplicateArm, { name }, place)
    }
    seen.add(name)
  }
  if (seen.has('else')) return
  const members = type.members.filter((member) => !seen.has(member))
  if (members.length === 0) return
  const fix = missingArms(statement, members, (name) => environment.locals.has(name), body.source)
  body.report(statementsMessages.membersMissing, { type: type.name, members }, subject.range, { fix })
}

/** A misspelt member may be any that is missing, so nothing is said about missing ones then. */
const hasUnknownArm = (arms: MatchStatement['arms'], type: EnumType): boolean =>
  arms.some((arm) => arm.member !== null && !type.members.includes(arm.member.text))

function reportNoEnum({ subject }: MatchStatement, type: Type, body: Body): void {
  if (type.kind === 'unknown' || type.kind === 'never') return
  const hint = isOptional(type) ? presentHint(quoted(body, subject.range)) : noEnumHint(type)
  body.report(statementsMessages.notAnEnum, { actual: typeText(type), hint }, subject.range)
}

function noEnumHint(type: Type): string {
  return type.kind === 'string'
    ? 'Declare the values as an enum, `enum Kind { a, b }`, and let the agent return it; or use `if`.'
    : 'Use `if … else if … else`.'
}
