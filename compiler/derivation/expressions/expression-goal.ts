import { typeText } from '../../types/index.ts'
import { multiplied } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import type { Duty } from '../machine/duties.ts'
import type { AskingGoal, Option } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'
import type { Space } from '../space/space.ts'
import type { ExpressionKind } from '../specification.ts'
import { cheapestOption } from './cheapest-option.ts'
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
      way: { kind: 'value', cheapest: cheapestByScope(space, shape, optionsIn) },
    }
  })
}

/** What may not stand in a text. */
const regions: readonly ExpressionKind[] = ['call', 'sample', 'each', 'otherwise']

/** The options in each scope; all but names are the same in every one, unless they give a name that may be taken. */
function optionsByScope(space: Space, shape: ExpressionShape): (scope: Scope) => readonly Option[] {
  const { only, except, naming, inText } = shape
  const isOffered = (kind: ExpressionKind) =>
    (only === null || only.includes(kind)) && !except.includes(kind) && !(inText && regions.includes(kind))
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
function cheapestByScope(space: Space, shape: ExpressionShape, optionsIn: (scope: Scope) => readonly Option[]) {
  const { times, rounds, naming, names } = shape
  if (times !== 1 || rounds !== 1) {
    const { way } = expressionGoal(space, { ...shape, times: 1, rounds: 1 })
    return (scope: Scope, duties: readonly Duty[]): Cost | null => {
      const once = way.kind === 'value' ? way.cheapest(scope, duties) : null
      return once === null ? null : multiplied(once, times, rounds)
    }
  }
  const known = new Map<string, Cost | null>()
  const cheapest = (place: Scope, duties: readonly Duty[]): Cost | null => {
    const scope = naming === null ? place.anonymous : place
    const need = scope.needKey(duties, names)
    const key = naming === null ? need : `${scope.id} ${need}`
    const before = known.get(key)
    if (before !== undefined) return before
    // What cannot meet one of the duties cannot meet them all: most impossible needs are found out so.
    const isHopeless = duties.length > 1 && duties.some((duty) => cheapest(scope, [duty]) === null)
    const best = isHopeless ? null : cheapestOption(optionsIn(scope), scope, duties)
    known.set(key, best)
    return best
  }
  return cheapest
}
