import type { ExecutionOutcome } from '../rollout/index.ts'
import type { Usage } from '../../runtime/index.ts'

/** One run of one script for one task. */
export interface EvaluationResult {
  /** The script, as the evaluation calls it. */
  readonly script: string
  readonly task: string
  /** Counts from 1. */
  readonly repeat: number
  readonly outcome: ExecutionOutcome
  /** In [0, 1]; `null` where the scorer cannot say. */
  readonly score: number | null
  readonly usage: Usage
}

/** What finds a result again. */
export const resultKey = ({ script, task, repeat }: Pick<EvaluationResult, 'script' | 'task' | 'repeat'>): string =>
  JSON.stringify([script, task, repeat])
