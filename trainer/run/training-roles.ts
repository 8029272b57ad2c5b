import type { ModelClient } from '../../runtime/index.ts'
import type { PolicyConfiguration, TrainingConfiguration } from '../configuration/index.ts'
import type { Engine, PolicyNetwork } from '../engine/index.ts'
import { embeddedDesigner, embeddedExecutor, startEmbeddedDesigner, startEmbeddedExecutor } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import type { Learner } from '../training/learner.ts'
import { networkLearner } from '../training/network-learner.ts'
import type { DesignSource } from '../training/roll-out.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import type { TrainingExtensions } from './training-extensions.ts'

/** A role of a run. */
export interface TrainingRole {
  /** `null` for a policy that is frozen and has no weights here. */
  readonly learner: Learner | null
  readonly start: RoleStart | null
}

/** The supervised start of a role. */
export interface RoleStart {
  /** Its steps after `last`. */
  steps(last: SupervisedProgress | null): Iterable<SupervisedProgress>
  /** Makes the learner ready for training after them. */
  end(): void
}

export interface TrainingRoles {
  readonly designer: TrainingRole & { readonly source: DesignSource }
  readonly executor: TrainingRole & { readonly client: ModelClient }
}

/** Designer and executors of a configuration, or those that stand in their place. */
export const createRoles = (
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  extensions: TrainingExtensions,
): TrainingRoles => ({
  designer: designerRole(engine, configuration, domain, extensions),
  executor: executorRole(engine, configuration, domain, extensions),
})

function designerRole(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  { designer: own }: TrainingExtensions,
): TrainingRoles['designer'] {
  const { seed, rollout, tasks, designer } = configuration
  const { temperature } = rollout
  if (own !== undefined) return { learner: own.learner, start: null, source: { kind: 'designer', propose: own.propose, temperature } }
  const embedded = embeddedDesigner(engine, domain, designer.network, seed)
  const { target, ...start } = designer.start
  return {
    ...roleOf('designer', embedded.network, designer, configuration, (last) =>
      startEmbeddedDesigner(embedded, domain, tasks.split, { ...start, seed, loss: target }, last),
    ),
    source: { kind: 'designer', propose: (requests) => embedded.policy.propose(requests), temperature },
  }
}

function executorRole(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  { executor: own }: TrainingExtensions,
): TrainingRoles['executor'] {
  const { seed, rollout, tasks, executor } = configuration
  if (own !== undefined) return { learner: own.learner, start: null, client: own.client }
  const embedded = embeddedExecutor(engine, domain, { shape: executor.network, temperature: rollout.temperature }, seed)
  const { target, ...start } = executor.start
  return {
    ...roleOf('executor', embedded.network, executor, configuration, (last) =>
      startEmbeddedExecutor(embedded, domain, tasks.split, { ...start, seed, accuracy: target }, last),
    ),
    client: embedded.client,
  }
}

function roleOf(
  name: Learner['name'],
  network: PolicyNetwork,
  { training, start }: PolicyConfiguration,
  { guards }: TrainingConfiguration,
  steps: RoleStart['steps'],
): TrainingRole {
  return {
    learner: networkLearner(name, network, {
      optimisation: training,
      tolerance: guards.logProbabilityTolerance,
      comparesAll: guards.compare === 'all',
    }),
    start: start.mostSteps === 0 ? null : { steps, end: () => void network.resetOptimizer() },
  }
}
