import { addCosts, isCheaper, noCost } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import { afterReading, splits } from '../machine/duties.ts'
import type { Duty } from '../machine/duties.ts'
import type { Goal, Option } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'

/** The least that one of the options and its parts cost, meeting all the duties; `null` where none can. */
export function cheapestOption(options: readonly Option[], scope: Scope, duties: readonly Duty[]): Cost | null {
  let best: Cost | null = null
  for (const option of options) {
    const parts = cheapestParts(option.goals, scope, afterReading(duties, option.reads))
    if (parts === null) continue
    const cost = addCosts(option.cost, parts)
    if (cost === noCost) return cost
    if (best === null || isCheaper(cost, best)) best = cost
  }
  return best
}

type Cheapest = (scope: Scope, duties: readonly Duty[]) => Cost | null

function cheapestParts(goals: readonly Goal[], scope: Scope, duties: readonly Duty[]): Cost | null {
  if (goals.length === 0) return duties.length === 0 ? noCost : null
  const ways = goals.map((goal): Cheapest => (goal.kind === 'asks' && goal.way.kind === 'value' ? goal.way.cheapest : () => null))
  const isPossible =
    ways.every((cheapest) => cheapest(scope, []) !== null) &&
    duties.every((duty) => ways.some((cheapest) => cheapest(scope, [duty]) !== null))
  return isPossible ? cheapestFrom(ways, 0, scope, duties) : null
}

/** The least that the values from the first on cost together, each meeting some of the duties. */
function cheapestFrom(ways: readonly Cheapest[], first: number, scope: Scope, duties: readonly Duty[]): Cost | null {
  const cheapest = ways[first]
  if (cheapest === undefined) return duties.length === 0 ? noCost : null
  if (first === ways.length - 1) return cheapest(scope, duties)
  const possible = duties.filter((duty) => cheapest(scope, [duty]) !== null)
  let best: Cost | null = null
  for (const [taken] of splits(possible)) {
    const here = cheapest(scope, taken)
    const rest =
      here === null
        ? null
        : cheapestFrom(
            ways,
            first + 1,
            scope,
            duties.filter((duty) => !taken.includes(duty)),
          )
    if (here === null || rest === null) continue
    const cost = addCosts(here, rest)
    if (cost === noCost) return cost
    if (best === null || isCheaper(cost, best)) best = cost
  }
  return best
}
