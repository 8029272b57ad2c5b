import type { ReplayExecution } from '../credit/index.ts'
import { replayExecution } from './replay-execution.ts'
import type { ReplayParts } from './replay-execution.ts'

/** What the replays of one training step came to. */
export interface ReplayStatistics {
  readonly replays: number
  /** Model requests that they made; recorded replies that they gave again are none. */
  readonly requests: number
  /** Replays without a score: each counted as if nothing had changed. */
  readonly unscored: number
}

export const noReplays: ReplayStatistics = { replays: 0, requests: 0, unscored: 0 }

export interface MeteredReplays {
  readonly replay: ReplayExecution
  /** What they have come to so far. */
  statistics(): ReplayStatistics
}

/** Replays whose requests are counted, and that all end once a model is found to be away. */
export function meteredReplays(parts: Omit<ReplayParts, 'away'>): MeteredReplays {
  const away = new AbortController()
  let statistics = noReplays
  return {
    replay: async (replay) => {
      const { execution, requests } = await replayExecution(replay, { ...parts, away })
      statistics = {
        replays: statistics.replays + 1,
        requests: statistics.requests + requests,
        unscored: statistics.unscored + (execution.score === null ? 1 : 0),
      }
      return execution
    },
    statistics: () => statistics,
  }
}
