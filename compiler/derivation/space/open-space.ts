import { expressionForms } from '../expressions/forms.ts'
import { blockGoal } from '../goals/block-goal.ts'
import { mostLevels, mostNames } from '../machine/duties.ts'
import { Machine } from '../machine/machine.ts'
import type { Position } from '../machine/position.ts'
import type { DerivationSpecification, Limits } from '../specification.ts'
import { statementForms } from '../statements/forms.ts'
import { Space } from './space.ts'

/** A specification made ready for use. */
export interface OpenSpace {
  readonly space: Space
  readonly machine: Machine
  /** Before the first choice; `null` where no program keeps to the limits. */
  readonly start: Position | null
}

export function openSpace(specification: DerivationSpecification): OpenSpace {
  checkSpecification(specification)
  const space = new Space(specification, statementForms, expressionForms)
  const machine = new Machine(({ scope }, stem, many) => space.names.fresh(scope, stem, many))
  const { limits, workflow } = specification
  const body = blockGoal(space, {
    ends: 'return',
    level: 0,
    outer: 0,
    readOnly: 0,
    times: 1,
    rounds: 1,
    isLoop: false,
    after: 'start',
    copied: -1,
    result: workflow.result,
    resultMatch: 'fits',
    resultDepth: limits.expressionDepth,
  })
  const start = machine.open([body], { scope: space.scope, unread: [], targets: [], loop: null, left: most(limits) })
  return { space, machine, start: start !== null && machine.canFinish(start) ? start : null }
}

const most = ({ statements, calls, tool_calls, tokens, depth }: Limits) => ({
  statements,
  calls,
  tool_calls: tool_calls ?? Number.POSITIVE_INFINITY,
  tokens: tokens ?? Number.POSITIVE_INFINITY,
  depth: depth ?? Number.POSITIVE_INFINITY,
})

/** A specification is written by a program: one that makes no sense is a mistake there. */
function checkSpecification({ limits, workflow, constructs }: DerivationSpecification): void {
  if (limits.nesting > mostLevels) throw new RangeError(`at most ${mostLevels} blocks inside one another, not ${limits.nesting}`)
  if (workflow.parameters.length > mostNames)
    throw new RangeError(`at most ${mostNames} parameters, not ${workflow.parameters.length}`)
  const odd = constructs.integers.find((value) => !Number.isInteger(value) || value < 1)
  if (odd !== undefined) throw new RangeError(`counts are whole numbers of at least 1, not ${odd}`)
}
