import type { Value } from '../../compiler/index.ts'
import type { Task } from '../tasks/index.ts'
import type { Scorer } from './scorer.ts'

/**
 * A scorer that compares results with the task's expected value. A task without one has no score, whatever its outcome:
 * a failure is not compared with successes that nobody can judge.
 */
export function comparingScorer(name: string, judge: (value: Value, expected: Value) => number): Scorer {
  const scorer = judgingScorer(name, (value, { expected }) => (expected === undefined ? null : judge(value, expected)))
  return { name, score: (task, outcome) => (task.expected === undefined ? null : scorer.score(task, outcome)) }
}

/** A scorer that judges results. A run that failed or spent its budget scores 0, a cancelled one has no score. */
export function judgingScorer(name: string, judge: (value: Value, task: Task) => number | null): Scorer {
  return {
    name,
    score: (task, outcome) => {
      switch (outcome.kind) {
        case 'ok':
          return judge(outcome.value, task)
        case 'failed':
        case 'stopped':
          return 0
        case 'cancelled':
          return null
      }
    },
  }
}
