import { randomStream } from '../random/random-stream.ts'
import { mean, meanInterval, pairedInterval } from '../statistics/index.ts'
import type { Interval } from '../statistics/index.ts'
import { atEqualCost } from './equal-cost.ts'
import type { Costed } from './equal-cost.ts'
import type { FrontierEntry } from './frontier-entry.ts'

/** What was measured of designs and what they are compared with, on the same held-out tasks. */
export interface FrontierSummary {
  readonly tasks: number
  /** What cost means in it: prices where all replies have one, else model requests. */
  readonly cost: 'price' | 'requests'
  /** By cost, the cheapest first. */
  readonly rows: readonly FrontierRow[]
}

export interface FrontierRow extends Pick<FrontierEntry, 'kind' | 'name' | 'text' | 'training' | 'requests' | 'price'> {
  /** Mean score, with the 95 % bootstrap interval over tasks. */
  readonly score: Interval
  /** Score less that of the first single agent with as many votes as cost the same; `null` for its votes, and where there is none. */
  readonly againstVotes: Interval | null
  /** Whether nothing else here has at least its score at no more than its cost, one of the two better. */
  readonly isOnFrontier: boolean
}

export function frontierSummary(entries: readonly FrontierEntry[], seed: number): FrontierSummary {
  const cost = entries.every(({ price }) => price !== null) ? 'price' : 'requests'
  const costed = entries.map((entry) => ({ entry, cost: (cost === 'price' ? entry.price : null) ?? entry.requests, scores: entry.scores }))
  const curve = costed.filter(({ entry }) => entry.kind === 'vote')
  const rows = costed
    .toSorted((left, right) => left.cost - right.cost)
    .map((own): FrontierRow => {
      const { entry, scores } = own
      const { kind, name, text, training, requests, price } = entry
      const votes = kind === 'vote' ? null : atEqualCost(curve, own.cost)
      const random = () => randomStream(seed, 'frontier', name)
      return {
        kind,
        name,
        text,
        training,
        requests,
        price,
        score: meanInterval(scores, { random: random() }),
        againstVotes: votes === null ? null : pairedInterval(scores, votes, { random: random() }),
        isOnFrontier: !costed.some((other) => isBetter(other, own)),
      }
    })
  return { tasks: entries[0]?.scores.length ?? 0, cost, rows }
}

/** Whether it has at least the score at no more than the cost, and one of the two is better. */
const isBetter = (left: Costed, right: Costed): boolean =>
  left.cost <= right.cost && mean(left.scores) >= mean(right.scores) && (left.cost < right.cost || mean(left.scores) > mean(right.scores))
