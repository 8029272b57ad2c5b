import type { SyntaxProblem } from '../problems/syntax-problem.ts'
import type { Block, Range, ReturnStatement, Statement, StopStatement, WorkflowDeclaration } from '../syntax/index.ts'
import { eachesIn } from './eaches-in.ts'

/** What surrounds a statement, as far as `return` and `stop` are concerned. */
interface Surroundings {
  /** Whether a `return` may end here; otherwise why not. */
  readonly return: 'last' | 'early' | 'branch' | 'loop' | 'each'
  /** Whether a `stop` has a loop to leave; otherwise why not. */
  readonly stop: 'loop' | 'outside' | 'each'
}

type Report = (problem: SyntaxProblem) => void

/**
 * Reports each `return` that does not stand last in the workflow, or last in a branch of a final `if` or `match`, and each
 * `stop` that has no loop around it on its side of the nearest `each`. A missing `return` is not looked for.
 */
export function checkPlacement(workflow: WorkflowDeclaration, report: Report): void {
  checkStatements(workflow.body.statements, { return: 'last', stop: 'outside' }, report)
}

function checkStatements(statements: readonly Statement[], around: Surroundings, report: Report): void {
  for (const [index, statement] of statements.entries()) {
    const isLast = index === statements.length - 1
    checkStatement(statement, isLast, around, report)
    for (const each of eachesIn(statement)) {
      checkStatements(each.body, { return: 'each', stop: 'each' }, report)
    }
  }
}

function checkStatement(statement: Statement, isLast: boolean, around: Surroundings, report: Report): void {
  const check = (block: Block, inner: Surroundings): void => { checkStatements(block.statements, inner, report) }
  const branch: Surroundings = { ...around, return: !isLast && around.return === 'last' ? 'branch' : around.return }
  const loop: Surroundings = { return: around.return === 'each' ? 'each' : 'loop', stop: 'loop' }
  switch (statement.kind) {
    case 'return':
      checkReturn(statement, isLast, around, report)
      return
    case 'stop':
      checkStop(statement, around, report)
      return
    case 'if':
      check(statement.then, branch)
      if (statement.otherwise !== null) check(statement.otherwise, branch)
      return
    case 'match':
      for (const arm of statement.arms) check(arm.body, branch)
      return
    case 'repeat':
    case 'for':
      check(statement.body, loop)
      return
    case 'binding':
    case 'assert':
    case 'bare_call':
      return
  }
}

function checkReturn({ range }: ReturnStatement, isLast: boolean, around: Surroundings, report: Report): void {
  const reason = around.return === 'last' ? (isLast ? null : 'early') : around.return
  if (reason !== null) report({ kind: 'misplaced_return', range: wordRange(range, 'return'), details: { reason } })
}

function checkStop({ range }: StopStatement, around: Surroundings, report: Report): void {
  if (around.stop === 'loop') return
  report({ kind: 'misplaced_stop', range: wordRange(range, 'stop'), details: { reason: around.stop } })
}

function wordRange({ start }: Range, word: string): Range {
  return { start, end: start + word.length }
}
