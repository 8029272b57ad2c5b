import { typeText } from '../../types/index.ts'
import { addCosts, isCheaper, noCost } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import { afterReading, splits } from '../machine/duties.ts'
import type { Duty } from '../machine/duties.ts'
import type { AskingGoal, Goal, Option } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'
import type { Space } from '../space/space.ts'
import type { ExpressionKind } from '../specification.ts'
import { shapeKey } from './expression-shape.ts'
import type { ExpressionShape } from './expression-shape.ts'
import { nameOptions } from './name-options.ts'

/** A place where an expression of the shape is to be written. */
export function expressionGoal(space: Space, shape: ExpressionShape): AskingGoal {
  const key = `expression ${shapeKey(shape)}`
  return space.goal(key, () => {
    const optionsIn = optionsByScope(space, shape)
    return {
      kind: 'asks',
      key,
      position: 'expression',
      type: typeText(shape.type),
      naming: shape.naming,
      options: ({ scope }) => optionsIn(scope),
      way: { kind: 'value', cheapest: cheapestByScope(shape, optionsIn) },
    }
  })
}

/** The options in each scope; all but names are the same in every one, unless they give a name that may be taken. */
function optionsByScope(space: Space, shape: ExpressionShape): (scope: Scope) => readonly Option[] {
  const { only, except, naming } = shape
  const isOffered = (kind: ExpressionKind) => (only === null || only.includes(kind)) && !except.includes(kind)
  const known = new Map<number, readonly Option[]>()
  let always: readonly Option[] | null = null
  return (scope) => {
    const before = known.get(scope.id)
    if (before !== undefined) return before
    always ??= space.expressions.filter(({ kind }) => isOffered(kind)).flatMap((form) => form.options({ space, shape }))
    const names = isOffered('name') && space.offersNames ? nameOptions(shape, scope) : []
    const options = [...names, ...always].filter(
      ({ stem }) => naming === null || stem === undefined || space.names.fresh(scope, stem, naming === 'many') !== null,
    )
    known.set(scope.id, options)
    return options
  }
}

/** The least that an expression costs in each scope that meets all the duties; `null` where there is none. */
function cheapestByScope({ naming }: ExpressionShape, optionsIn: (scope: Scope) => readonly Option[]) {
  const known = new Map<number, Map<string, Cost | null>>()
  return (place: Scope, duties: readonly Duty[]): Cost | null => {
    const scope = naming === null ? place.anonymous : place
    let costs = known.get(scope.id)
    if (costs === undefined) known.set(scope.id, (costs = new Map()))
    const key = duties.join()
    const before = costs.get(key)
    if (before !== undefined) return before
    const best = cheapestOption(optionsIn(scope), scope, duties)
    costs.set(key, best)
    return best
  }
}

/** The least that one of the options and its parts cost, meeting all the duties. */
function cheapestOption(options: readonly Option[], scope: Scope, duties: readonly Duty[]): Cost | null {
  let best: Cost | null = null
  for (const option of options) {
    const parts = cheapestParts(option.goals, 0, scope, afterReading(duties, option.reads))
    if (parts === null) continue
    const cost = addCosts(option.cost, parts)
    if (best === null || isCheaper(cost, best)) best = cost
  }
  return best
}

/** The least that the goals from the first on cost together, each meeting some of the duties. */
function cheapestParts(goals: readonly Goal[], first: number, scope: Scope, duties: readonly Duty[]): Cost | null {
  const goal = goals[first]
  if (goal === undefined) return duties.length === 0 ? noCost : null
  if (goal.kind !== 'asks' || goal.way.kind !== 'value') return null
  const { cheapest } = goal.way
  if (first === goals.length - 1) return cheapest(scope, duties)
  let best: Cost | null = null
  for (const [taken, left] of splits(duties)) {
    const here = cheapest(scope, taken)
    const rest = here === null ? null : cheapestParts(goals, first + 1, scope, left)
    if (here === null || rest === null) continue
    const cost = addCosts(here, rest)
    if (best === null || isCheaper(cost, best)) best = cost
  }
  return best
}
