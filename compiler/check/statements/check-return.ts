import type { Block, ReturnStatement, Statement } from '../../../grammar/index.ts'
import { statementsMessages } from '../../diagnostics/statements-messages.ts'
import { typesMessages } from '../../diagnostics/types-messages.ts'
import { isAssignable, typeText } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import { checkExpression } from '../expressions/check-expression.ts'
import type { Environment } from '../flow/environment.ts'
import { expressionsUnder, statementsIn } from '../walk/walk.ts'
import { mismatchHint } from '../mismatch-hint.ts'

export function checkReturn({ value }: ReturnStatement, environment: Environment, body: Body): void {
  const type = checkExpression(value, environment, body)
  if (body.returns === null || isAssignable(type, body.returns.type)) return
  const hint = mismatchHint(type, body.returns.type, quoted(body, value.range))
  const texts = { name: body.returns.name, expected: typeText(body.returns.type), actual: typeText(type) }
  body.report(typesMessages.returnMismatch, { ...texts, hint }, value.range)
}

/**
 * Reports every place where a workflow can end without a `return`, at its closing brace. Where a `return` stands elsewhere, it has
 * been reported, and is the one that seems to be missing.
 */
export function expectReturns(block: Block, body: Body): void {
  const placed = new Set(lastReturns(block))
  const eaches = [...expressionsUnder(block.statements)].flatMap((each) => (each.kind === 'each' ? each.body : []))
  const strays = [...statementsIn(block.statements), ...statementsIn(eaches)].filter(
    (statement) => statement.kind === 'return' && !placed.has(statement),
  )
  if (strays.length === 0) expectReturn(block, body)
}

function lastReturns({ statements }: Block): readonly Statement[] {
  const last = statements.at(-1)
  if (last === undefined) return []
  return last.kind === 'return' ? [last] : (branchesOf(last) ?? []).flatMap(lastReturns)
}

function expectReturn(block: Block, body: Body): void {
  if (body.returns === null) return
  const last = block.statements.at(-1)
  const branches = last === undefined ? null : branchesOf(last)
  if (last !== undefined && (last.kind === 'return' || isNameless(last))) return
  if (branches !== null && branches.some(returnsSomewhere)) {
    for (const branch of branches) expectReturn(branch, body)
    if (last?.kind !== 'if' || last.otherwise !== null) return
  }
  const { name, type } = body.returns
  const end = { start: block.range.end - 1, end: block.range.end }
  body.report(statementsMessages.returnMissing, { name, result: typeText(type) }, end)
}

/** A value without a name has been reported, and as the last statement it is most likely the result. */
const isNameless = (statement: Statement): boolean =>
  statement.kind === 'bare_call' || (statement.kind === 'binding' && statement.name.range.start === statement.name.range.end)

function branchesOf(statement: Statement): readonly Block[] | null {
  switch (statement.kind) {
    case 'if':
      return [statement.then, ...(statement.otherwise === null ? [] : [statement.otherwise])]
    case 'match':
      return statement.arms.map((arm) => arm.body)
    default:
      return null
  }
}

function returnsSomewhere(block: Block): boolean {
  const last = block.statements.at(-1)
  if (last !== undefined && (last.kind === 'return' || isNameless(last))) return true
  return last !== undefined && (branchesOf(last)?.some(returnsSomewhere) ?? false)
}
