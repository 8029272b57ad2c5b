import { choicesOf, derivedDesignSpace } from '../policies/derived-design-space.ts'
import { derivationOf } from '../../compiler/derivation/index.ts'
import type { Engine } from '../engine/index.ts'
import { startDesigner } from '../training/start-designer.ts'
import { startExecutor } from '../training/start-executor.ts'
import type { SupervisedProgress } from '../training/start-executor.ts'
import type { SupervisedExample } from '../tasks/index.ts'
import { designSpecification, startDesigns } from './design-specification.ts'
import { startMix, taskMix, taskSplit } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'
import { createTeam, vocabularyOfExecutors } from './team.ts'
import type { Team } from './team.ts'

export type StartProgress = SupervisedProgress & { readonly role: 'executor' | 'designer' }

/** The supervised start of both roles. Gives progress step by step, then the team. */
export function* startTeam(engine: Engine, settings: DemonstrationSettings, seed: number): Generator<StartProgress, Team> {
  const team = createTeam(engine, settings, { seed })
  const shared = { seed, warmUpSteps: 20 }
  for (const progress of startExecutor(team.executorNetwork, vocabularyOfExecutors(), {
    ...shared,
    ...settings.start.executor,
    mix: startMix,
    split: taskSplit,
    interval: 25,
    accepts: isWithinReach,
  })) {
    yield { role: 'executor', ...progress }
  }
  const space = derivedDesignSpace(designSpecification)
  const designs = startDesigns.map((text) => {
    const choices = derivationOf(designSpecification, text)
    if (choices === null) throw new Error(`a start design is outside the space: ${text}`)
    return choicesOf(space, choices.map((choice) => choice.label))
  })
  for (const progress of startDesigner(team.designerNetwork, team.designer, {
    ...shared,
    ...settings.start.designer,
    tasks: { mix: taskMix, split: taskSplit, side: 'training' },
    designs,
  })) {
    yield { role: 'designer', ...progress }
  }
  team.executorNetwork.resetOptimizer()
  team.designerNetwork.resetOptimizer()
  return team
}

/** Answers in one go to more than one operator are beyond a network of this size: as examples they would only cost time. */
function isWithinReach({ family, role, inputs }: SupervisedExample): boolean {
  // One operation in its own notation is for one answer: nobody is shown how to reduce it.
  if (family === 'plain') return role === 'answer'
  const text = Object.values(inputs).join('')
  return role !== 'answer' || (text.match(/[-+*]/g)?.length ?? 0) <= 1
}
