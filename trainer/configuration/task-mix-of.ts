import { createFamily } from '../tasks/index.ts'
import type { FamilySettings, TaskMix } from '../tasks/index.ts'
import { familyNames } from './training-configuration.ts'
import type { FamilyConfigurations, TrainingConfiguration } from './training-configuration.ts'

/** The families of a configuration, with the weights they are drawn by. */
export function taskMixOf({ tasks }: TrainingConfiguration): TaskMix {
  return familySettings(tasks.families).map(({ settings, weight }) => {
    const created = createFamily(settings)
    if (created.kind === 'problems') throw new Error(`the configuration was checked: ${created.problems.join(' ')}`)
    return { family: created.family, weight }
  })
}

/** The families that a configuration names, as `createFamily` takes them. */
export function familySettings(
  families: FamilyConfigurations,
): readonly { readonly settings: FamilySettings; readonly weight: number }[] {
  return familyNames.flatMap((family) => {
    const configuration = families[family]
    if (configuration === undefined) return []
    const { weight, ...parameters } = configuration
    return [{ settings: { family, parameters }, weight }]
  })
}
