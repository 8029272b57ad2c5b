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
import { skipSamples } from './skip-samples.ts'
import type { NodeStart } from './start-node.ts'
import { allAtOnce, oneByOne, untilCertain } from './waves.ts'

/** `each`: one independent iteration per element. */
export function startEach(start: NodeStart, node: EachNode): Outcome | Activity {
  const list = evaluate(node.list, start.frame.scope)
  if (list instanceof Failure) return failedAt(start.name, list)
  const items = expectList(list)
  if (items.length > node.maximum) return failedAt(start.name, listLongerThan(node.maximum, items.length))
  if (items.length === 0) return one([])
  const waves = node.ordered ? oneByOne(items.length) : allAtOnce(items.length)
  return new IterationsRun(start, waves, (index) => {
    const scope = new Scope(start.frame.scope)
    scope.set(node.item, items[index - 1] ?? null)
    if (node.index !== null) scope.set(node.index, index)
    return scope
  })
}

/** `sample`: the same block so many times, independently, or until a vote over them is certain; never more often than a list may have elements. */
export function startSample(start: NodeStart, node: SampleNode): Outcome | Activity {
  const { count, ordered, until } = node
  if (count === 0) return one([])
  const tooLong = listTooLong(count)
  if (tooLong !== null) return failedAt(start.name, tooLong)
  const waves = ordered ? oneByOne(count) : until === undefined ? allAtOnce(count) : skipSamples(start, node, untilCertain(count, until))
  return new IterationsRun(start, waves, () => new Scope(start.frame.scope))
}
