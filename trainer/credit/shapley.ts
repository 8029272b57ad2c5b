import { randomStream } from '../random/random-stream.ts'
import type { CallAdvantages, CreditExecution, CreditGroup } from './credit-group.ts'
import { marginalContributions } from './marginal-contributions.ts'
import type { ReplayReward, ReplaySettings } from './replay.ts'

/**
 * A_k = φ_i of the call's node instance i: what it adds to a coalition S of the execution's other node instances, v(S ∪ {i}) −
 * v(S), averaged over the orders in which all could join (Shapley 1953). v(S) is what the execution is worth with the calls of S,
 * all others replaced by their agent's default reply; v of all is the reward itself. The values of an execution sum to its reward
 * less the one in which everyone is absent: they are shares of a reward, with no baseline. The requests of one node, its repairs
 * and turns, share its value. Exact to six nodes, over random orders beyond; each coalition is replayed once.
 */
export function shapley({ executions }: CreditGroup, replay: ReplayReward, settings: ReplaySettings): Promise<CallAdvantages> {
  return Promise.all(executions.map((own, execution) => advantagesOf(own, execution, replay, settings)))
}

async function advantagesOf(
  { seed, reward, calls }: CreditExecution,
  execution: number,
  replay: ReplayReward,
  { permutations }: ReplaySettings,
): Promise<readonly number[]> {
  const nodes = [...new Set(calls.map(({ node }) => node))]
  const worths = new Map<string, Promise<number>>()
  const worthOf = (players: readonly number[]): Promise<number> => {
    if (players.length === nodes.length) return Promise.resolve(reward)
    const key = players.join(' ')
    const known = worths.get(key)
    if (known !== undefined) return known
    const members = new Set(players)
    const coalition = new Set(nodes.filter((_, player) => members.has(player)))
    const worth = replay({ execution, intervention: { kind: 'coalition', nodes: coalition }, draw: 1 })
    worths.set(key, worth)
    return worth
  }
  const values = nodes.map(() => 0)
  const contributions = marginalContributions(nodes.length, permutations, randomStream(seed, 'orders of nodes'))
  const terms = contributions.map(async ({ player, others, weight }) => {
    const together = [...others, player].toSorted((left, right) => left - right)
    const [withPlayer, without] = await Promise.all([worthOf(together), worthOf(others)])
    return { player, share: weight * (withPlayer - without) }
  })
  for (const { player, share } of await Promise.all(terms)) values[player] = (values[player] ?? 0) + share
  return calls.map(({ node }) => values[nodes.indexOf(node)] ?? 0)
}
