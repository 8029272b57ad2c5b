import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import { meanWorth } from './mean-worth.ts'
import type { ReplayReward, ReplaySettings } from './replay.ts'

/**
 * A_k = V̂_k+1 − V̂_k: the value after the call less the value before it. V̂_k is the mean reward of replays that keep the first k calls
 * and ask all others afresh. VinePPO (arXiv 2410.01679), with the calls of a graph in the order in which they ended: a call's inputs
 * always stand before it. Given what had ended by then, its expectation is Q − V exactly, so the gradient has no bias.
 *
 * There are values at the first `mostCuts` cuts only: calls after the last of them share R less its value. Where cuts stand does not depend
 * on how many calls there come to be, and a call without influence counts as any other, as values are means over replies that may read
 * it: either would be a bias.
 */
export function vine({ executions }: CreditGroup, replay: ReplayReward, { continuations, mostCuts }: ReplaySettings): Promise<CallAdvantages> {
  const value = async (execution: number, after: number): Promise<number> => {
    const rewards = Array.from({ length: continuations }, (_, index) =>
      replay({ execution, intervention: { kind: 'continue', after }, draw: index + 1 }),
    )
    return meanWorth(await Promise.all(rewards))
  }
  return Promise.all(
    executions.map(async ({ calls, reward }, execution) => {
      const cuts = calls.length === 0 ? 0 : Math.min(calls.length + 1, mostCuts)
      const values = await Promise.all(Array.from({ length: cuts }, (_, after) => value(execution, after)))
      return calls.map((_, call) => (values[call + 1] ?? reward) - (values[Math.min(call, cuts - 1)] ?? NaN))
    }),
  )
}
