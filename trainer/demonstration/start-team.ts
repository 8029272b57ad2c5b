import type { Engine } from '../engine/index.ts'
import { startEmbeddedDesigner, startEmbeddedExecutor } from '../team/index.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import { startWarmUpSteps, taskSplit } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'
import { createTeam, domain } from './team.ts'
import type { Team } from './team.ts'

export type StartProgress = SupervisedProgress & { readonly role: 'executor' | 'designer' }

/** The supervised start of both roles. Gives progress step by step, then the team. */
export function* startTeam(engine: Engine, settings: DemonstrationSettings, seed: number): Generator<StartProgress, Team> {
  const team = createTeam(engine, settings, { seed })
  const shared = { seed, warmUpSteps: startWarmUpSteps }
  const { executor, designer } = settings.start
  for (const progress of startEmbeddedExecutor(team.executorRole, domain, taskSplit, { ...shared, ...executor })) {
    yield { role: 'executor', ...progress }
  }
  for (const progress of startEmbeddedDesigner(team.designerRole, domain, taskSplit, { ...shared, ...designer })) {
    yield { role: 'designer', ...progress }
  }
  team.executorNetwork.resetOptimizer()
  team.designerNetwork.resetOptimizer()
  return team
}
