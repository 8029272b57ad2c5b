import { isCheaper, noCost } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import type { Duty } from '../machine/duties.ts'
import type { AskingGoal, Goal, Option } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'

/** The choice of a number that is known before the program runs. */
export const countOption = (value: number, goals: readonly Goal[], change?: Option['change']): Option => ({
  label: `integer/${value}`,
  cost: noCost,
  reads: 0,
  goals,
  ...(change === undefined ? {} : { change }),
  part: { kind: 'integer', value },
})

/** How often the one value that follows is evaluated; `after` gives its goal for each count. */
export function countGoal(key: string, counts: readonly number[], after: (count: number) => AskingGoal): AskingGoal {
  return {
    kind: 'asks',
    key,
    position: 'integer',
    type: null,
    naming: null,
    options: () => counts.map((count) => countOption(count, [after(count)])),
    way: { kind: 'value', cheapest: (scope, duties) => cheapest(counts.map(after), scope, duties) },
  }
}

function cheapest(goals: readonly AskingGoal[], scope: Scope, duties: readonly Duty[]): Cost | null {
  let best: Cost | null = null
  for (const { way } of goals) {
    const cost = way.kind === 'value' ? way.cheapest(scope, duties) : null
    if (cost === noCost) return cost
    if (cost !== null && (best === null || isCheaper(cost, best))) best = cost
  }
  return best
}
