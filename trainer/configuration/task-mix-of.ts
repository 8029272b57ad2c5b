import { createFamily } from '../tasks/index.ts'
import type { TaskMix } from '../tasks/index.ts'
import type { WeightedFamily } from '../team/index.ts'
import type { FamilyConfigurations, TrainingConfiguration } from './training-configuration.ts'

/** The families of a configuration, with the weights they are drawn by. */
export function taskMixOf({ tasks }: Pick<TrainingConfiguration, 'tasks'>): TaskMix {
  return familySettings(tasks.families).map(({ settings, weight }) => {
    const created = createFamily(settings)
    if (created.kind === 'problems') throw new Error(`the configuration was checked: ${created.problems.join(' ')}`)
    return { family: created.family, weight }
  })
}

/** The families that a configuration names, as `createFamily` takes them. */
export const familySettings = (families: FamilyConfigurations): readonly WeightedFamily[] => [
  ...named(families.depth, ({ weight, ...parameters }) => ({ weight, settings: { family: 'depth', parameters } })),
  ...named(families.breadth, ({ weight, ...parameters }) => ({ weight, settings: { family: 'breadth', parameters } })),
  ...named(families.horizon, ({ weight, ...parameters }) => ({ weight, settings: { family: 'horizon', parameters } })),
  ...named(families.robustness, ({ weight, ...parameters }) => ({ weight, settings: { family: 'robustness', parameters } })),
  ...named(families.verify, ({ weight, ...parameters }) => ({ weight, settings: { family: 'verify', parameters } })),
  ...named(families.route, ({ weight, ...parameters }) => ({ weight, settings: { family: 'route', parameters } })),
  ...named(families.plain, ({ weight, ...parameters }) => ({ weight, settings: { family: 'plain', parameters } })),
]

const named = <Configured>(configured: Configured | undefined, made: (configured: Configured) => WeightedFamily): readonly WeightedFamily[] =>
  configured === undefined ? [] : [made(configured)]
