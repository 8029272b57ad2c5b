import { exactScorer } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import { directDesign, heldOutTasks as heldOut } from '../team/index.ts'
import { evaluateDesigns } from '../training/evaluate-designs.ts'
import type { Evaluation } from '../training/evaluate-designs.ts'
import { networkLearner } from '../training/network-learner.ts'
import type { RolloutParts } from '../training/roll-out.ts'
import { trainingLoop } from '../training/training-loop.ts'
import type { TrainingStep } from '../training/training-loop.ts'
import type { Arm } from './arms.ts'
import { taskMix, taskSplit } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'
import type { Team } from './team.ts'

/** Held-out tasks: the same for every arm and seed. */
export const heldOutTasks = (settings: DemonstrationSettings): readonly Task[] => heldOut(taskMix, taskSplit, settings.heldOutTasks)

/** The parts that an arm rolls out with. */
export function partsOf(arm: Pick<Arm, 'designs'>, team: Team, settings: DemonstrationSettings): RolloutParts {
  return {
    designs:
      arm.designs === 'direct'
        ? { kind: 'fixed', text: directDesign }
        : { kind: 'designer', propose: (requests) => team.designer.propose(requests), temperature: settings.temperature },
    compiler: team.compiler,
    client: team.executor,
    scorer: exactScorer,
  }
}

/** Success on the held-out tasks, sampled as in training. */
export const evaluateTeam = (parts: RolloutParts, settings: DemonstrationSettings, tasks = heldOutTasks(settings)): Promise<Evaluation> =>
  evaluateDesigns(tasks, { run: 'evaluation', seed: 1, repeats: settings.repeats }, parts)

/** Trains one arm until its requests are spent. */
export function trainArm(arm: Arm, team: Team, settings: DemonstrationSettings, seed: number): AsyncGenerator<TrainingStep, void> {
  const isFixed = arm.designs === 'direct'
  return trainingLoop(
    {
      run: arm.name,
      seed,
      tasks: { mix: taskMix, split: taskSplit, side: 'training' },
      tasksPerStep: settings.tasksPerStep,
      designs: isFixed ? 1 : settings.designs,
      executions: isFixed ? settings.designs * settings.executions : settings.executions,
      credit: settings.credit,
      requests: settings.requests,
      schedule: arm.schedule(settings.stageSteps),
    },
    partsOf(arm, team, settings),
    [
      networkLearner('designer', team.designerNetwork, { optimisation: settings.designer }),
      networkLearner('executor', team.executorNetwork, { optimisation: settings.executor }),
    ],
  )
}
