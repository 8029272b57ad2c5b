import { defaultReplaySettings } from '../../../trainer/credit/index.ts'
import type { Replay, ReplayReward, ReplaySettings } from '../../../trainer/credit/index.ts'

/** Replays whose rewards are made up, and which are kept in the order in which they were asked for. */
export function madeUpReplays(rewardOf: (replay: Replay) => number): { readonly replay: ReplayReward; readonly asked: Replay[] } {
  const asked: Replay[] = []
  const replay: ReplayReward = (one) => {
    asked.push(one)
    return Promise.resolve(rewardOf(one))
  }
  return { replay, asked }
}

export const settings = (changes: Partial<ReplaySettings> = {}): ReplaySettings => ({ ...defaultReplaySettings, ...changes })
