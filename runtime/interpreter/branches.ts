import type { IfNode, LazyNode, MatchNode } from '../../compiler/graph/index.ts'
import { evaluate } from '../values/evaluate.ts'
import { expectBoolean } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import type { Activity } from './activity.ts'
import { failedAt, one } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { RegionRun } from './region-run.ts'
import type { NodeStart } from './start-node.ts'

/** `if` and `match`: one block, whose outputs are the results; a `stop` in it leaves the loop around the region. */
export function startBranch(start: NodeStart, node: IfNode | MatchNode): Outcome | Activity {
  const { frame, name, finish } = start
  const chosen = evaluate(node.kind === 'if' ? node.condition : node.subject, frame.scope)
  if (chosen instanceof Failure) return failedAt(name, chosen)
  const position =
    node.kind === 'if'
      ? expectBoolean(chosen)
        ? 0
        : 1
      : node.arms.findIndex(({ member }) => member === null || member === chosen)
  return new RegionRun(start).runBlock(position, frame, name, finish)
}

/** `otherwise`: the fallback runs where the attempt failed. A budget stop ends the run and never comes here. */
export function startOtherwise(start: NodeStart): Activity {
  const { frame, name, finish } = start
  const region = new RegionRun(start)
  return region.runBlock(0, frame, name, (outcome) => {
    if (outcome.kind === 'failed') region.runBlock(1, frame, name, finish)
    else finish(outcome)
  })
}

/** `and`, `or`, `??` whose right side makes calls. */
export function startLazy(start: NodeStart, node: LazyNode): Outcome | Activity {
  const { frame, name, finish } = start
  const left = evaluate(node.left, frame.scope)
  if (left instanceof Failure) return failedAt(name, left)
  const decided = node.operator === '??' ? left !== null : expectBoolean(left) === (node.operator === 'or')
  return decided ? one(left) : new RegionRun(start).runBlock(0, frame, name, finish)
}
