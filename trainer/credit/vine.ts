import type { CallAdvantages, CreditExecution, CreditGroup } from './credit-group.ts'
import { meanWorth } from './mean-worth.ts'
import type { ReplayReward, ReplaySettings } from './replay.ts'

/**
 * A_k = V̂(c_k+1) − V̂(c_k): the value after the call less the value before it. V̂(c) is the mean reward of replays that keep the calls
 * before cut c and ask all others afresh; at the end it is the reward itself. VinePPO (arXiv 2410.01679), with the calls of a graph in
 * the order in which they ended: a call's inputs always stand before it. The value before a call does not depend on its reply, so the
 * gradient has no bias. Cuts stand before calls that had influence, or before every few of them where they are more than `mostCuts`:
 * the calls between two cuts share their difference. A call without influence has 0.
 */
export function vine({ executions }: CreditGroup, replay: ReplayReward, { continuations, mostCuts }: ReplaySettings): Promise<CallAdvantages> {
  const value = async (execution: number, after: number): Promise<number> => {
    const rewards = Array.from({ length: continuations }, (_, index) =>
      replay({ execution, intervention: { kind: 'continue', after }, draw: index + 1 }),
    )
    return meanWorth(await Promise.all(rewards))
  }
  return Promise.all(
    executions.map(async (own, execution) => {
      const cuts = cutsOf(own, mostCuts)
      const values = [...(await Promise.all(cuts.map((after) => value(execution, after)))), own.reward]
      return own.calls.map(({ influenced }, call) => {
        if (!influenced) return 0
        const last = cuts.findLastIndex((after) => after <= call)
        return (values[last + 1] ?? NaN) - (values[last] ?? NaN)
      })
    }),
  )
}

/** Evenly spread among the calls that had influence: the numbers of calls that stand before each. */
function cutsOf({ calls }: CreditExecution, mostCuts: number): readonly number[] {
  const own = calls.flatMap(({ influenced }, call) => (influenced ? [call] : []))
  const count = Math.min(mostCuts, own.length)
  return Array.from({ length: count }, (_, cut) => own[Math.floor((cut * own.length) / count)] ?? 0)
}
