import type { CallRecord } from '../records/index.ts'
import { designReward, executionReward } from '../rollout/index.ts'
import type { Execution, RewardSettings, RolloutTree } from '../rollout/index.ts'
import type { CallAdvantages, CreditExecution, CreditGroup } from './credit-group.ts'
import { designerAdvantages } from './designer-advantages.ts'
import type { CreditEstimator } from './credit-estimator.ts'
import { estimatorOf } from './estimators.ts'
import type { EstimatorName } from './estimators.ts'
import { discardedCalls } from './influence/discarded-calls.ts'
import type { Normalisation } from './normalise.ts'
import { rowWeights } from './row-weights.ts'
import type { ExecutionWeighting } from './row-weights.ts'

export interface CreditSettings {
  readonly estimator: EstimatorName | CreditEstimator
  readonly normalisation: Normalisation
  readonly weighting: ExecutionWeighting
  readonly reward: RewardSettings
}

/** A row with its advantage on every token, and how much it weighs beside the others. */
export interface CreditedRow {
  readonly record: CallRecord
  readonly weight: number
}

/**
 * The rows of the executors' calls with their advantages, in the order of the trees. Executions without a score give none: they
 * are counted where rollouts are. Only rows of the policy named, where one is; weights are shared among those.
 */
export function executorRows(trees: readonly RolloutTree[], settings: CreditSettings, policy?: string): readonly CreditedRow[] {
  const executions = trees.flatMap((tree) => {
    const entries = scoredExecutions(tree, settings.reward)
    const group: CreditGroup = { task: tree.task.id, executions: entries.map((entry) => entry.credit) }
    const advantages = advantagesOf(estimatorOf(settings.estimator), group, settings.normalisation)
    return entries.map(({ execution }, position) =>
      execution.calls
        .map((record, index) => withAdvantage(record, advantages[position]?.[index] ?? 0))
        .filter((record) => policy === undefined || record.policy === policy),
    )
  })
  return weighted(executions, settings.weighting)
}

/** The rows of the designer's calls with their advantages; the calls for one design share its weight. */
export function designerRows(trees: readonly RolloutTree[], settings: CreditSettings, policy?: string): readonly CreditedRow[] {
  const designs = trees.flatMap((tree) => {
    const rewards = tree.designs.map((design) => designReward(design, settings.reward))
    const advantages = designerAdvantages(rewards, settings.normalisation)
    return tree.designs.flatMap((design, position) => {
      const advantage = advantages[position] ?? null
      if (advantage === null) return []
      const rows = design.calls.filter((record) => policy === undefined || record.policy === policy)
      return [rows.map((record) => withAdvantage(record, advantage))]
    })
  })
  return weighted(designs, settings.weighting)
}

/** Throws a RangeError where an estimator does not give one number for each call. */
function advantagesOf({ name, estimate }: CreditEstimator, group: CreditGroup, normalisation: Normalisation): CallAdvantages {
  const advantages = estimate(group, normalisation)
  const fits =
    advantages.length === group.executions.length &&
    group.executions.every(({ calls }, position) => {
      const own = advantages[position]
      return own?.length === calls.length && own.every(Number.isFinite)
    })
  if (!fits) throw new RangeError(`the credit estimator ${name} does not give one number for each call of ${group.task}`)
  return advantages
}

interface ScoredExecution {
  readonly execution: Execution
  readonly credit: CreditExecution
}

function scoredExecutions(tree: RolloutTree, settings: RewardSettings): readonly ScoredExecution[] {
  return tree.designs.flatMap(({ design, compiled, executions }) =>
    executions.flatMap((execution) => {
      const reward = executionReward(execution, settings)
      if (reward === null) return []
      const { trace } = execution
      const discarded = compiled.kind === 'graph' && trace !== null ? discardedCalls(compiled.graph, trace) : new Set<string>()
      const calls = execution.calls.map(({ node, agent }) => ({ node, agent, influenced: !discarded.has(node) }))
      return [{ execution, credit: { design, execution: execution.execution, reward, calls } }]
    }),
  )
}

const withAdvantage = (record: CallRecord, advantage: number): CallRecord => ({
  ...record,
  advantages: record.tokens.map(() => advantage),
})

function weighted(groups: readonly (readonly CallRecord[])[], weighting: ExecutionWeighting): readonly CreditedRow[] {
  const weights = rowWeights(
    groups.map((group) => group.length),
    weighting,
  )
  return groups.flatMap((group, position) => group.map((record) => ({ record, weight: weights[position] ?? 0 })))
}
