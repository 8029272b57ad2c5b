import type { Expression, Statement, StopStatement } from '../../../grammar/index.ts'
import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body } from '../body.ts'
import { boundNames } from '../flow/bound-names.ts'
import { blocksOf, expressionsOf } from '../walk/parts-of.ts'
import { expressionsIn, expressionsUnder, namesRead, statementsIn } from '../walk/walk.ts'

/** A `stop when` that is decided by names which its loop never binds: true in the first round, or never. */
export function warnUnchangingStops(statements: readonly Statement[], body: Body): void {
  for (const statement of statementsIn(statements)) checkLoop(statement, body)
  for (const expression of expressionsUnder(statements)) {
    if (expression.kind === 'each') for (const statement of statementsIn(expression.body)) checkLoop(statement, body)
  }
}

function checkLoop(loop: Statement, body: Body): void {
  if (loop.kind !== 'repeat' && loop.kind !== 'for') return
  const changing = new Set(boundNames(loop.body.statements))
  if (loop.kind === 'for') {
    changing.add(loop.item.text)
    if (loop.index !== null) changing.add(loop.index.text)
  }
  for (const { stop, decisions } of stopsOf(loop.body.statements, [])) {
    const names = namesRead(decisions)
    if ([...names].some((name) => changing.has(name)) || decisions.some((decision) => makesCalls(decision, body))) continue
    body.report(warningsMessages.stopNeverChanges, { names: [...namesRead([stop.condition])] }, stop.condition.range)
  }
}

interface DecidedStop {
  readonly stop: StopStatement
  /** Its condition, and those of the branches around it inside the loop. */
  readonly decisions: readonly Expression[]
}

/** The stops that leave the loop with these statements; those of inner loops leave those. */
function stopsOf(statements: readonly Statement[], around: readonly Expression[]): readonly DecidedStop[] {
  return statements.flatMap((statement): readonly DecidedStop[] => {
    if (statement.kind === 'stop') return [{ stop: statement, decisions: [...around, statement.condition] }]
    if (statement.kind !== 'if' && statement.kind !== 'match') return []
    return blocksOf(statement).flatMap((block) => stopsOf(block.statements, [...around, ...expressionsOf(statement)]))
  })
}

/** Whether the expression asks a model or a tool, which may answer differently each time. */
function makesCalls(expression: Expression, body: Body): boolean {
  for (const part of expressionsIn(expression)) {
    if (part.kind === 'call' && body.facts.calls.get(part)?.kind !== 'builtin') return true
  }
  return false
}
