import { familySettings } from '../configuration/index.ts'
import type { TrainingConfiguration } from '../configuration/index.ts'
import type { Engine } from '../engine/index.ts'
import { scorerOfTasks } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import { familiesDomain, heldOutTasks, withinRequests } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import type { Learner } from '../training/learner.ts'
import type { RolloutParts } from '../training/roll-out.ts'
import type { TrainingLoopSettings } from '../training/training-loop.ts'
import type { TrainingExtensions } from './training-extensions.ts'
import { createRoles } from './training-roles.ts'
import type { TrainingRoles } from './training-roles.ts'

/** Everything that a run works with. */
export interface RunParts {
  readonly roles: TrainingRoles
  readonly learners: readonly Learner[]
  readonly rollout: RolloutParts
  readonly loop: TrainingLoopSettings
  readonly heldOut: readonly Task[]
  /** What designs are measured for at the end; `null` where executors learn, so that designs of different times do not compare. */
  readonly frontier: TaskDomain | null
}

/** What a run is about. */
export function domainOf(configuration: TrainingConfiguration, { domain }: TrainingExtensions): TaskDomain {
  const { mostRequests } = configuration.rollout
  return domain === undefined ? familiesDomain(familySettings(configuration.tasks.families), mostRequests) : withinRequests(domain, mostRequests)
}

export function createRunParts(
  engine: Engine,
  configuration: TrainingConfiguration,
  domain: TaskDomain,
  extensions: TrainingExtensions,
): RunParts {
  const { seed, tasks, rollout, credit, schedule, budget, evaluation, frontier, guards } = configuration
  const { split } = tasks
  const roles = createRoles(engine, configuration, domain, extensions)
  return {
    roles,
    learners: [roles.designer.learner, roles.executor.learner].filter((learner) => learner !== null),
    rollout: {
      designs: roles.designer.source,
      compiler: new DesignCompiler(rollout.mostRequests, { optimise: rollout.optimise }),
      client: roles.executor.client,
      ...(extensions.executor?.slots === undefined ? {} : { slots: extensions.executor.slots }),
      ...(domain.reads === undefined ? {} : { reads: domain.reads }),
      ...(extensions.executor?.limits === undefined ? {} : { limits: extensions.executor.limits }),
      scorer: extensions.scorer ?? scorerOfTasks({ kind: 'named', name: tasks.scorer, options: tasks.scorerOptions }),
    },
    loop: {
      run: 'training',
      seed,
      tasks: { mix: domain.mix, split, side: 'training' },
      tasksPerStep: tasks.perStep,
      designs: rollout.designs,
      executions: rollout.executions,
      credit: {
        estimator: extensions.estimator ?? credit.estimator,
        normalisation: credit.normalisation,
        weighting: credit.weighting,
        replays: credit.replays,
        reward: {
          costPerRequest: credit.costPerRequest,
          costPerPrice: credit.costPerPrice,
          costPerChoice: credit.costPerChoice,
          rejected: credit.rejected,
        },
      },
      requests: budget.requests,
      ...(budget.steps === null ? {} : { mostSteps: budget.steps }),
      ...(budget.price === null ? {} : { mostPrice: budget.price }),
      oldestVersion: guards.oldestVersion,
      mostFailingSteps: guards.mostFailingSteps ?? Infinity,
      mostUnsolvedSteps: guards.mostUnsolvedSteps ?? Infinity,
      schedule,
    },
    heldOut: heldOutTasks(domain.mix, split, evaluation.tasksPerFamily),
    frontier: roles.executor.learner === null && frontier.designs > 0 ? domain : null,
  }
}
