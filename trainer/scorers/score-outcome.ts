import type { ExecutionOutcome } from '../rollout/index.ts'
import type { ScoredTask, Scorer, Verdict } from './scorer.ts'

/**
 * What an outcome scores: its result by the scorer, a run that failed or spent its budget 0. A cancelled run and a task that
 * the scorer cannot judge have no score, whatever came out: a failure is not compared with successes that nobody can judge.
 */
export async function scoreOutcome(scorer: Scorer, task: ScoredTask, outcome: ExecutionOutcome): Promise<Verdict> {
  const fit = scorer.fits(task)
  if (fit.kind === 'unknown') return fit
  if (fit.kind === 'unfit') return { kind: 'failed', reason: fit.problem }
  switch (outcome.kind) {
    case 'ok':
      return scorer.judge(outcome.value, task)
    case 'failed':
    case 'stopped':
      return { kind: 'scored', score: 0 }
    case 'cancelled':
      return { kind: 'unknown', reason: 'the run was cancelled' }
  }
}
