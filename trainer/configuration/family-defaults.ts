import { taskMix } from '../demonstration/settings.ts'
import { defaultDepth, defaultPlain, defaultRobustness } from '../tasks/index.ts'
import type { ArithmeticParameters, FamilyName, RobustnessParameters } from '../tasks/index.ts'
import type { Weighted } from './training-configuration.ts'

/** A family as the demonstration draws from it, with the family's own parameters for what that leaves out. */
function asDemonstrated<Parameters extends ArithmeticParameters>(name: FamilyName, own: Parameters): Weighted<Parameters> {
  const drawn = taskMix.find(({ family }) => family.name === name)
  return { ...own, ...drawn?.family.parameters, weight: drawn?.weight ?? 1 }
}

export const depthDefaults: Weighted<ArithmeticParameters> = asDemonstrated('depth', defaultDepth)

export const robustnessDefaults: Weighted<RobustnessParameters> = asDemonstrated('robustness', defaultRobustness)

export const plainDefaults: Weighted<ArithmeticParameters> = asDemonstrated('plain', defaultPlain)
