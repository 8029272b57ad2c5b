import type { Value } from '../../compiler/index.ts'
import { TrainingFault } from '../engine/training-fault.ts'
import type { RolloutTree } from '../rollout/index.ts'
import type { FailureLimits } from './guard-failures.ts'

/**
 * The steps in a row, this one included, in which no execution scored more than 0. Throws a `TrainingFault` with an example where there
 * are too many: where nothing is ever right, all that a designer can learn is to be cheap.
 */
export function guardScores(trees: readonly RolloutTree[], { before, most }: FailureLimits): number {
  const scored = trees.flatMap(({ task, designs }) =>
    designs.flatMap(({ executions }) => executions.filter(({ score }) => score !== null).map((execution) => ({ task, execution }))),
  )
  if (scored.length === 0 || scored.some(({ execution }) => execution.score !== 0)) return 0
  const unsolved = before + 1
  if (unsolved < most) return unsolved
  const steps = unsolved === 1 ? 'this step' : `the last ${unsolved} steps`
  const example = scored.find(({ execution }) => execution.outcome.kind === 'ok')
  const shown =
    example?.execution.outcome.kind === 'ok'
      ? `; such as ${example.task.id}: it came to ${excerpt(example.execution.outcome.value)}` +
        (example.task.expected === undefined ? '' : `, expected is ${excerpt(example.task.expected)}`)
      : ''
  throw new TrainingFault('all-wrong', `Every execution of ${steps} scored 0, so that only being cheap could be learned${shown}`)
}

const longestExcerpt = 120

function excerpt(value: Value): string {
  const text = JSON.stringify(value)
  return text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt)}…`
}
