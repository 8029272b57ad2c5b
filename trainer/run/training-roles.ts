import type { ModelClient } from '../../runtime/index.ts'
import type { PolicyConfiguration, TrainingConfiguration } from '../configuration/index.ts'
import type { Engine, PolicyNetwork } from '../engine/index.ts'
import { deriveSeed } from '../random/random-stream.ts'
import { embeddedDesigner, embeddedExecutor, embeddedPair, startEmbeddedDesigner, startEmbeddedExecutor } from '../team/index.ts'
import type { EmbeddedDesigner, EmbeddedExecutor, ExecutorStart, TaskDomain } from '../team/index.ts'
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
export function createRoles(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  extensions: TrainingExtensions,
): TrainingRoles {
  if (configuration.weights === 'shared') return sharedRoles(engine, configuration, domain)
  return {
    designer: designerRole(engine, configuration, domain, extensions),
    executor: executorRole(engine, configuration, domain, extensions),
  }
}

function designerRole(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  { designer: own }: TrainingExtensions,
): TrainingRoles['designer'] {
  const { seed, rollout, designer } = configuration
  const { temperature } = rollout
  if (own !== undefined) return { learner: own.learner, start: null, source: { kind: 'designer', propose: own.propose, temperature } }
  const embedded = embeddedDesigner(engine, domain, designer.network, seed)
  return smallDesigner(embedded, configuration, {
    steps: (last) => designerSteps(embedded, configuration, domain, last),
    end: () => void embedded.network.resetOptimizer(),
  })
}

function executorRole(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  { executor: own }: TrainingExtensions,
): TrainingRoles['executor'] {
  const { seed, rollout, executor } = configuration
  if (own !== undefined) return { learner: own.learner, start: null, client: own.client }
  const embedded = embeddedExecutor(engine, domain, { shape: executor.network, temperature: rollout.temperature }, seed)
  return smallExecutor(embedded, configuration, domain)
}

/**
 * Both roles as one network. Executors start first, as elsewhere; what they have learned would be forgotten while the designer starts,
 * so that each of its steps is followed by one of theirs.
 */
function sharedRoles(engine: Engine, configuration: TrainingConfiguration, domain: TaskDomain): TrainingRoles {
  const { seed, rollout, designer: settings, executor } = configuration
  const pair = embeddedPair(engine, domain, { shape: executor.network, temperature: rollout.temperature }, seed)
  const rehearsal = { seed: deriveSeed(seed, 'rehearsal'), accuracy: Infinity, mostSteps: settings.start.mostSteps + 1, interval: Infinity }
  return {
    designer: smallDesigner(pair.designer, configuration, {
      steps: (last) => {
        const steps = designerSteps(pair.designer, configuration, domain, last)
        if (executor.start.mostSteps === 0) return steps
        return alternating(steps, executorSteps(pair.executor, configuration, domain, last, rehearsal))
      },
      end: () => {
        pair.designer.network.resetOptimizer()
        pair.executor.network.resetOptimizer()
      },
    }),
    executor: smallExecutor(pair.executor, configuration, domain),
  }
}

function* alternating(steps: Iterable<SupervisedProgress>, others: Iterator<SupervisedProgress, void>): Generator<SupervisedProgress, void> {
  for (const done of steps) {
    others.next()
    yield done
  }
}

const smallDesigner = (embedded: EmbeddedDesigner, configuration: TrainingConfiguration, start: RoleStart): TrainingRoles['designer'] => ({
  ...roleOf('designer', embedded.network, configuration.designer, configuration, start),
  source: { kind: 'designer', propose: (requests) => embedded.policy.propose(requests), temperature: configuration.rollout.temperature },
})

const smallExecutor = (embedded: EmbeddedExecutor, configuration: TrainingConfiguration, domain: TaskDomain): TrainingRoles['executor'] => ({
  ...roleOf('executor', embedded.network, configuration.executor, configuration, {
    steps: (last) => executorSteps(embedded, configuration, domain, last),
    end: () => void embedded.network.resetOptimizer(),
  }),
  client: embedded.client,
})

function designerSteps(
  embedded: EmbeddedDesigner,
  { seed, tasks, designer }: TrainingConfiguration,
  domain: TaskDomain,
  last: SupervisedProgress | null,
): Generator<SupervisedProgress, void> {
  const { target, ...start } = designer.start
  return startEmbeddedDesigner(embedded, domain, tasks.split, { ...start, seed, loss: target }, last)
}

function executorSteps(
  embedded: EmbeddedExecutor,
  { seed, tasks, executor }: TrainingConfiguration,
  domain: TaskDomain,
  last: SupervisedProgress | null,
  changes: Partial<ExecutorStart> = {},
): Generator<SupervisedProgress, void> {
  const { target, ...start } = executor.start
  return startEmbeddedExecutor(embedded, domain, tasks.split, { ...start, seed, accuracy: target, ...changes }, last)
}

function roleOf(
  name: Learner['name'],
  network: PolicyNetwork,
  { training, start: { mostSteps } }: PolicyConfiguration,
  { guards }: TrainingConfiguration,
  start: RoleStart,
): TrainingRole {
  return {
    learner: networkLearner(name, network, {
      optimisation: training,
      tolerance: guards.logProbabilityTolerance,
      comparesAll: guards.compare === 'all',
    }),
    start: mostSteps === 0 ? null : start,
  }
}
