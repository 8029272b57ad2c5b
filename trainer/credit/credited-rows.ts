import type { CallRecord } from '../records/index.ts'
import { designReward, executionReward } from '../rollout/index.ts'
import type { Design, Execution, RewardSettings, RolloutTree } from '../rollout/index.ts'
import type { Task } from '../tasks/index.ts'
import type { CallAdvantages, CreditExecution, CreditGroup } from './credit-group.ts'
import { designerAdvantages } from './designer-advantages.ts'
import type { CreditEstimator } from './credit-estimator.ts'
import { estimatorOf } from './estimators.ts'
import type { EstimatorName } from './estimators.ts'
import { discardedCalls } from './influence/discarded-calls.ts'
import type { Normalisation } from './normalise.ts'
import { defaultReplaySettings } from './replay.ts'
import type { Replay, ReplaySettings } from './replay.ts'
import { rowWeights } from './row-weights.ts'
import type { ExecutionWeighting } from './row-weights.ts'

export interface CreditSettings {
  readonly estimator: EstimatorName | CreditEstimator
  readonly normalisation: Normalisation
  readonly weighting: ExecutionWeighting
  readonly reward: RewardSettings
  /** For estimators that replay. */
  readonly replays?: ReplaySettings
}

/** A row with its advantage on every token, and how much it weighs beside the others. */
export interface CreditedRow {
  readonly record: CallRecord
  readonly weight: number
}

/** An execution where it stands, and how it is run again. */
export interface ExecutionReplay extends Omit<Replay, 'execution'> {
  readonly task: Task
  readonly design: Design
  readonly execution: Execution
}

/** Runs an execution again; what came of it, with every request that it stands for. */
export type ReplayExecution = (replay: ExecutionReplay) => Promise<Execution>

/**
 * The rows of the executors' calls with their advantages, in the order of the trees. Executions without a score give none: they
 * are counted where rollouts are. Only rows of the policy named, where one is; weights are shared among those. `replay` is for
 * estimators that replay: all replays of all trees are asked for at the same time.
 */
export async function executorRows(
  trees: readonly RolloutTree[],
  settings: CreditSettings,
  policy?: string,
  replay: ReplayExecution = cannotReplay,
): Promise<readonly CreditedRow[]> {
  const groups = await Promise.all(trees.map((tree) => creditedExecutions(tree, settings, replay)))
  const rows = groups.flat().map((records) => records.filter((record) => policy === undefined || record.policy === policy))
  return weighted(rows, settings.weighting)
}

const cannotReplay: ReplayExecution = () => Promise.reject(new RangeError('nothing is there to run executions again with'))

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

/** The records of each scored execution of a tree, with their advantages. */
async function creditedExecutions(
  tree: RolloutTree,
  settings: CreditSettings,
  replay: ReplayExecution,
): Promise<readonly (readonly CallRecord[])[]> {
  const entries = scoredExecutions(tree, settings.reward)
  const group: CreditGroup = { task: tree.task.id, executions: entries.map((entry) => entry.credit) }
  const worthOf = async ({ execution: position, intervention, draw }: Replay): Promise<number> => {
    const entry = entries[position]
    if (entry === undefined) throw new RangeError(`${tree.task.id} has no execution at ${position}`)
    const { design, execution, credit } = entry
    const replayed = await replay({ task: tree.task, design, execution, intervention, draw })
    return executionReward(replayed, settings.reward) ?? credit.reward
  }
  const estimator = estimatorOf(settings.estimator)
  const advantages =
    estimator.kind === 'group'
      ? estimator.estimate(group, settings.normalisation)
      : await estimator.estimate(group, worthOf, settings.replays ?? defaultReplaySettings)
  expectAdvantages(estimator, group, advantages)
  return entries.map(({ execution }, position) =>
    execution.calls.map((record, index) => withAdvantage(record, advantages[position]?.[index] ?? 0)),
  )
}

/** Throws a RangeError where an estimator does not give one number for each call. */
function expectAdvantages({ name }: CreditEstimator, group: CreditGroup, advantages: CallAdvantages): void {
  const fits =
    advantages.length === group.executions.length &&
    group.executions.every(({ calls }, position) => {
      const own = advantages[position]
      return own?.length === calls.length && own.every(Number.isFinite)
    })
  if (!fits) throw new RangeError(`the credit estimator ${name} does not give one number for each call of ${group.task}`)
}

interface ScoredExecution {
  readonly design: Design
  readonly execution: Execution
  readonly credit: CreditExecution
}

function scoredExecutions(tree: RolloutTree, settings: RewardSettings): readonly ScoredExecution[] {
  return tree.designs.flatMap((design) =>
    design.executions.flatMap((execution) => {
      const reward = executionReward(execution, settings)
      if (reward === null) return []
      const { compiled } = design
      const { seed, trace } = execution
      const discarded = compiled.kind === 'graph' && trace !== null ? discardedCalls(compiled.graph, trace) : new Set<string>()
      const calls = execution.calls.map(({ node, agent }) => ({ node, agent, influenced: !discarded.has(node) }))
      return [{ design, execution, credit: { design: design.design, execution: execution.execution, seed, reward, calls } }]
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
