import { demonstrationSettings } from '../../../trainer/demonstration/settings.ts'
import type { DemonstrationSettings } from '../../../trainer/demonstration/settings.ts'
import { createTeam } from '../../../trainer/demonstration/team.ts'
import type { Team } from '../../../trainer/demonstration/team.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'

/** The demonstration with networks and numbers so small that it takes a second or two. */
export const tinySettings: DemonstrationSettings = {
  ...demonstrationSettings,
  executorShape: { ...demonstrationSettings.executorShape, width: 8 },
  designerShape: { ...demonstrationSettings.designerShape, width: 8 },
  start: {
    executor: { ...demonstrationSettings.start.executor, batch: 8, learningRate: 0.01, accuracy: 1, mostSteps: 2 },
    designer: { ...demonstrationSettings.start.designer, batch: 8, learningRate: 0.01, loss: 0, mostSteps: 2 },
  },
  tasksPerStep: 2,
  designs: 2,
  executions: 2,
  requests: 100,
  stageSteps: 1,
  heldOutTasks: 3,
  repeats: 1,
}

/** An untrained team of that size. */
export const tinyTeam = async (seed = 1): Promise<Team> => createTeam(await loadedEngine(), tinySettings, { seed })
