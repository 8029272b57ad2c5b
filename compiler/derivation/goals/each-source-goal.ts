import { isCheaper, noCost } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import { afterReading, bit, blockMayEnd, mostLevels, mostNames, outside, withDuty } from '../machine/duties.ts'
import type { Duty } from '../machine/duties.ts'
import type { ActingGoal, AskingGoal } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'
import { loopKey, targetsKey } from '../machine/state.ts'
import type { LoopFacts, Target } from '../machine/state.ts'
import { fitsCount, partMatch, shapeKey, wantedList } from '../expressions/expression-shape.ts'
import type { ExpressionShape } from '../expressions/expression-shape.ts'
import type { Space } from '../space/space.ts'
import { blockGoal, resultGoal } from './block-goal.ts'
import type { BlockShape } from './block-shape.ts'
import { boundedLists } from './bounded-lists.ts'
import type { BoundedList } from './bounded-lists.ts'
import { nameGoal } from './name-goal.ts'

/** The list that an `each` goes over, then its body. The item has to be read in it. */
export function eachSourceGoal(space: Space, shape: ExpressionShape): AskingGoal {
  const key = `each of ${shapeKey(shape)}`
  const lists = (scope: Scope) => boundedLists(scope).filter(({ bound }) => fitsCount(space, shape, bound))
  const inside = (scope: Scope, list: BoundedList): Scope | null => {
    const item = space.names.fresh(scope, 'item', false)
    return item === null || scope.names.length >= mostNames
      ? null
      : space.extend(scope, { name: item, type: list.element, role: 'item' })
  }
  const cheapest = (scope: Scope, duties: readonly Duty[]): Cost | null => {
    let best: Cost | null = null
    for (const list of lists(scope)) {
      const inner = inside(scope, list)
      const { way } = resultGoal(space, bodyShape(space, shape, scope, list))
      if (inner === null || way.kind !== 'value') continue
      const due = withDuty(afterReading(duties, bit(list.position)), bit(scope.names.length))
      const cost = way.cheapest(inner, due)
      if (cost === noCost) return cost
      if (cost !== null && (best === null || isCheaper(cost, best))) best = cost
    }
    return best
  }
  return nameGoal(
    key,
    ({ scope, loop, targets }) =>
      lists(scope).flatMap((list) => {
        const inner = inside(scope, list)
        if (inner === null) return []
        const outer = scope.names.length
        return [
          {
            label: `name/${list.name}`,
            cost: noCost,
            reads: bit(list.position),
            goals: [blockGoal(space, bodyShape(space, shape, scope, list)), leaveEachGoal(outer, loop, targets)],
            change: (state) => ({ ...state, scope: inner, unread: withDuty(state.unread, bit(outer)), targets: [], loop: null }),
            introduces: inner.names.at(-1)?.name ?? '',
            part: { kind: 'name', name: list.name },
          },
        ]
      }),
    { kind: 'value', cheapest },
  )
}

/** The body may bind names and yields; no block stands in it. */
function bodyShape(space: Space, shape: ExpressionShape, scope: Scope, { bound }: BoundedList): BlockShape {
  const ordered = space.specification.callees.some((callee) => callee.ordered)
  const outer = scope.names.length
  return {
    ends: 'yield',
    level: mostLevels + 1,
    outer,
    readOnly: outer,
    times: shape.times * bound,
    rounds: ordered ? shape.rounds * bound : shape.rounds,
    isLoop: false,
    after: 'start',
    copied: -1,
    result: wantedList(shape)?.element ?? shape.type,
    resultMatch: partMatch(shape.match),
    resultDepth: shape.depth - 1,
  }
}

/** After what an `each` yields: its own names are gone, and what was around it is back. */
const leaveEachGoal = (outer: number, loop: LoopFacts | null, targets: readonly Target[]): ActingGoal => ({
  kind: 'acts',
  key: `leave each ${outer} ${loopKey(loop)} ${targetsKey(targets)}`,
  act: (state) =>
    blockMayEnd(state.unread, outer, mostLevels + 1)
      ? { state: { ...state, scope: state.scope.first(outer), unread: outside(state.unread, outer), loop, targets }, goals: [] }
      : null,
})
