import { TrainingFault } from '../engine/training-fault.ts'
import { estimatorOf } from '../credit/index.ts'
import type { CreditEstimator, EstimatorName } from '../credit/index.ts'
import { recordsOf } from '../rollout/index.ts'
import type { Design, RolloutTree } from '../rollout/index.ts'
import { faultOfRows } from './fault-of-rows.ts'

export interface GroupNeeds {
  readonly trained: 'designer' | 'executor' | 'both'
  readonly estimator: EstimatorName | CreditEstimator
}

/**
 * Throws a `TrainingFault` that names the rows, in the order of `recordsOf`, where groups cannot be compared: a tree holds the
 * call of another task or design, a group was rolled out as a group of one although its estimator compares, or a score is no
 * number in 0 to 1. A group that shrank because designs did not compile is no fault: it is counted among the warnings.
 */
export function guardGroups(trees: readonly RolloutTree[], needs: GroupNeeds): void {
  const places = trees.flatMap(placesOf)
  faultOfRows('mixed-group', 'A group holds rows of another task, design or execution', recordsOf(trees), (record, position) => {
    const place = places[position]
    return place?.task !== record.task || place.design !== record.design || place.execution !== record.execution
  })
  const alone = trees.filter((tree) => isAlone(tree, needs))
  const own = new Set(alone.flatMap((tree) => recordsOf([tree])))
  if (alone.length > 0) {
    const what = `A group of one has nothing to be compared with (${estimatorOf(needs.estimator).name}, training ${needs.trained})`
    faultOfRows('group-of-one', what, recordsOf(trees), (record) => own.has(record))
    throw new TrainingFault('group-of-one', `${what}: ${alone.map((tree) => tree.task.id).join('; ')}`)
  }
  const wrong = trees.filter((tree) =>
    tree.designs.some((design) => design.executions.some(({ score, requests }) => !isScore(score) || !(requests >= 0))),
  )
  if (wrong.length > 0) {
    throw new TrainingFault(
      'not-a-number',
      `A score is no number from 0 to 1, or a cost none: ${wrong.map((tree) => tree.task.id).join('; ')}`,
    )
  }
}

interface Place {
  readonly task: string
  readonly design: number
  readonly execution: number | null
}

/** Where the rows of a tree should stand, in the order of `recordsOf`. */
const placesOf = ({ task, designs }: RolloutTree): readonly Place[] =>
  designs.flatMap(({ design, calls, executions }) => [
    ...calls.map(() => ({ task: task.id, design, execution: null })),
    ...executions.flatMap(({ execution, calls: own }) => own.map(() => ({ task: task.id, design, execution }))),
  ])

function isAlone({ designs }: RolloutTree, { trained, estimator }: GroupNeeds): boolean {
  if (trained !== 'executor' && designs.length === 1) return true
  if (trained === 'designer') return false
  const credit = estimatorOf(estimator)
  if (credit.kind === 'replay') return false
  const isSingle = ({ executions }: Design): boolean => executions.length === 1
  return credit.compares === 'design' ? designs.some(isSingle) : designs.length === 1 && designs.some(isSingle)
}

const isScore = (score: number | null): boolean => score === null || (score >= 0 && score <= 1)
