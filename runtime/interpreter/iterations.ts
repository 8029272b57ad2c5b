import type { EachNode, SampleNode } from '../../compiler/graph/index.ts'
import { evaluate } from '../values/evaluate.ts'
import { expectList } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { Scope } from '../values/scope.ts'
import { listTooLong } from '../values/size-limits.ts'
import type { Activity } from './activity.ts'
import { IterationsRun } from './iterations-run.ts'
import { listLongerThan } from './list-longer-than.ts'
import { failedAt, one } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { NodeStart } from './start-node.ts'

/** `each`: one independent iteration per element. */
export function startEach(start: NodeStart, node: EachNode): Outcome | Activity {
  const list = evaluate(node.list, start.frame.scope)
  if (list instanceof Failure) return failedAt(start.name, list)
  const items = expectList(list)
  if (items.length > node.maximum) return failedAt(start.name, listLongerThan(node.maximum, items.length))
  if (items.length === 0) return one([])
  return new IterationsRun(start, items.length, node.ordered, (index) => {
    const scope = new Scope(start.frame.scope)
    scope.set(node.item, items[index - 1] ?? null)
    if (node.index !== null) scope.set(node.index, index)
    return scope
  })
}

/** `sample`: the same block so many times, independently; never more often than a list may have elements. */
export function startSample(start: NodeStart, node: SampleNode): Outcome | Activity {
  if (node.count === 0) return one([])
  const tooLong = listTooLong(node.count)
  if (tooLong !== null) return failedAt(start.name, tooLong)
  return new IterationsRun(start, node.count, node.ordered, () => new Scope(start.frame.scope))
}
