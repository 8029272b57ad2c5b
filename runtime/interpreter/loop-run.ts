import type { Carried, ForNode, RepeatNode, Value } from '../../compiler/graph/index.ts'
import { evaluate, evaluateAll } from '../values/evaluate.ts'
import { expectList } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { Scope } from '../values/scope.ts'
import type { Activity } from './activity.ts'
import { listLongerThan } from './list-longer-than.ts'
import { failedAt } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { RegionRun } from './region-run.ts'
import type { NodeStart } from './start-node.ts'

/** `repeat`: one iteration after another, until the maximum or a `stop`. */
export function startRepeat(start: NodeStart, node: RepeatNode): Outcome | Activity {
  const initial = evaluateAll(
    node.carried.map((carried) => carried.initial),
    start.frame.scope,
  )
  if (initial instanceof Failure) return failedAt(start.name, initial)
  return iterate(start, node.maximum, node.carried, initial, () => undefined)
}

/** `for`: one iteration per element, in order, or fewer where a `stop` is reached. */
export function startFor(start: NodeStart, node: ForNode): Outcome | Activity {
  const list = evaluate(node.list, start.frame.scope)
  if (list instanceof Failure) return failedAt(start.name, list)
  const items = expectList(list)
  if (items.length > node.maximum) return failedAt(start.name, listLongerThan(node.maximum, items.length))
  const initial = evaluateAll(
    node.carried.map((carried) => carried.initial),
    start.frame.scope,
  )
  if (initial instanceof Failure) return failedAt(start.name, initial)
  return iterate(start, items.length, node.carried, initial, (scope, index) => {
    scope.set(node.item, items[index - 1] ?? null)
    if (node.index !== null) scope.set(node.index, index)
  })
}

function iterate(
  start: NodeStart,
  count: number,
  carried: readonly Carried[],
  initial: readonly Value[],
  bind: (scope: Scope, index: number) => void,
): Outcome | Activity {
  if (count === 0) return { kind: 'ok', values: initial }
  const { frame, name, finish } = start
  const region = new RegionRun(start)
  const runIteration = (index: number, values: readonly Value[]): RegionRun => {
    const scope = new Scope(frame.scope)
    carried.forEach(({ value }, i) => {
      scope.set(value, values[i] ?? null)
    })
    bind(scope, index)
    const inner = { ...frame, scope, indices: [...frame.indices, index] }
    return region.runBlock(0, inner, `${name}[${index}]`, (outcome) => {
      if (outcome.kind === 'stopped') finish({ kind: 'ok', values: outcome.carried })
      else if (outcome.kind === 'failed' || index === count) finish(outcome)
      else runIteration(index + 1, outcome.values)
    })
  }
  return runIteration(1, initial)
}
