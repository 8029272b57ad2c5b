import { mean } from '../../statistics/index.ts'
import type { Interval } from '../../statistics/index.ts'
import type { ShapeShares } from '../../training/design-shape.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { seedAndTaskInterval } from './paired-difference.ts'
import { selfConsistency } from './self-consistency.ts'

/** One arm over all seeds that have a result; or the trained single agent under a vote of at least the cost of the team. */
export interface ExperimentRow {
  readonly setting: string
  readonly method: string
  readonly title: string
  readonly seeds: readonly number[]
  /** Mean success on held-out tasks before and after training. */
  readonly before: number
  /** With its 95 % bootstrap interval over seeds and tasks. */
  readonly after: Interval
  /** After training, of each seed. */
  readonly bySeed: readonly number[]
  readonly byDifficulty: readonly { readonly difficulty: number; readonly success: number }[]
  /** Means over seeds. */
  readonly requestsPerTask: number
  readonly trainRequests: number
  readonly replayRequests: number
  readonly processorSeconds: number
  readonly compiledShare: number
  /** Of the designs written for held-out tasks after training; `null` where the design is given. */
  readonly shapes: ShapeShares | null
}

/**
 * The arms of an experiment in the order of its results, with self-consistency at the cost of `team` behind those that were measured
 * under votes.
 */
export function experimentTable(results: readonly ExperimentResult[], team = 'both'): readonly ExperimentRow[] {
  const arms = Map.groupBy(results, ({ arm }) => arm)
  return [...arms.values()].flatMap((own) => {
    const voted = consistent(own, results.filter(({ method, setting }) => method === team && setting === own[0]?.setting))
    return voted.length === 0 ? [rowOf(own)] : [rowOf(own), { ...rowOf(voted), shapes: null }]
  })
}

/** The results of an arm as if it had answered by votes. */
function consistent(own: readonly ExperimentResult[], teams: readonly ExperimentResult[]): readonly ExperimentResult[] {
  return own.flatMap((result) => {
    const other = teams.find(({ seed }) => seed === result.seed)
    const vote = other === undefined ? null : selfConsistency(other, result)
    if (vote === null) return []
    const { scores, requestsPerTask } = vote
    const after = { ...result.after, success: mean(scores), requestsPerTask, scores, byDifficulty: [] }
    return [{ ...result, arm: `${result.arm}-vote`, method: 'self_consistency', title: 'self-consistency', after }]
  })
}

function rowOf(own: readonly ExperimentResult[]): ExperimentRow {
  const [first] = own
  if (first === undefined) throw new Error('an arm has a result')
  const meanOf = (value: (result: ExperimentResult) => number): number => mean(own.map(value))
  const written = own.reduce((sum, result) => sum + result.written, 0)
  return {
    setting: first.setting,
    method: first.method,
    title: first.title,
    seeds: own.map(({ seed }) => seed),
    before: meanOf(({ before }) => before.success),
    after: seedAndTaskInterval(own.map(({ after }) => after.scores)),
    bySeed: own.map(({ after }) => after.success),
    byDifficulty: first.after.byDifficulty.map(({ difficulty }) => ({
      difficulty,
      success: meanOf(({ after }) => after.byDifficulty.find((entry) => entry.difficulty === difficulty)?.success ?? NaN),
    })),
    requestsPerTask: meanOf(({ after }) => after.requestsPerTask),
    trainRequests: meanOf(({ requests }) => requests),
    replayRequests: meanOf(({ replayRequests }) => replayRequests),
    processorSeconds: meanOf(({ processorSeconds }) => processorSeconds),
    compiledShare: written === 0 ? 1 : own.reduce((sum, result) => sum + result.compiled, 0) / written,
    shapes: written === 0 ? null : meanShapes(own),
  }
}

function meanShapes(own: readonly ExperimentResult[]): ShapeShares {
  const share = (name: keyof ShapeShares): number => mean(own.map(({ after }) => after.shapes[name]))
  return { none: share('none'), direct: share('direct'), vote: share('vote'), loop: share('loop'), chain: share('chain') }
}
