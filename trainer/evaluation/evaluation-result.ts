import type { ExecutionOutcome } from '../rollout/index.ts'
import type { Usage } from '../../runtime/index.ts'
import type { Verdict } from '../scorers/index.ts'

/** One run of one script for one task. */
export interface EvaluationResult {
  /** The script, as the evaluation calls it. */
  readonly script: string
  readonly task: string
  /** Counts from 1. */
  readonly repeat: number
  readonly outcome: ExecutionOutcome
  /** In [0, 1]; `null` where there is none. */
  readonly score: number | null
  /** Why there is no score: nobody can say, or the scorer failed. */
  readonly unscored?: Exclude<Verdict, { readonly kind: 'scored' }>
  readonly usage: Usage
}

/** A score, or why there is none, as a result keeps them. */
export const scoreOf = (verdict: Verdict): Pick<EvaluationResult, 'score' | 'unscored'> =>
  verdict.kind === 'scored' ? { score: verdict.score } : { score: null, unscored: verdict }

/** What finds a result again. */
export const resultKey = ({ script, task, repeat }: Pick<EvaluationResult, 'script' | 'task' | 'repeat'>): string =>
  JSON.stringify([script, task, repeat])
