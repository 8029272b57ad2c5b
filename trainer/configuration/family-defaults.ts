import { taskMix } from '../demonstration/settings.ts'
import { defaultBreadth, defaultDepth, defaultHorizon, defaultPlain, defaultRobustness, defaultRoute, defaultVerify } from '../tasks/index.ts'
import type { ArithmeticParameters, FamilyName, ParametersByFamily, RobustnessParameters } from '../tasks/index.ts'
import type { Weighted } from './training-configuration.ts'

/**
 * A family as the demonstration draws from it, with the family's own parameters for what that leaves out. Tags are the family's own:
 * the demonstration does without them, since its families share their facts.
 */
function asDemonstrated<Parameters extends ArithmeticParameters>(name: FamilyName, own: Parameters): Weighted<Parameters> {
  const drawn = taskMix.find(({ family }) => family.name === name)
  return { ...own, ...drawn?.family.parameters, tags: own.tags, weight: drawn?.weight ?? 1 }
}

export const depthDefaults: Weighted<ArithmeticParameters> = asDemonstrated('depth', defaultDepth)

export const robustnessDefaults: Weighted<RobustnessParameters> = asDemonstrated('robustness', defaultRobustness)

export const plainDefaults: Weighted<ArithmeticParameters> = asDemonstrated('plain', defaultPlain)

export const breadthDefaults: Weighted<ParametersByFamily['breadth']> = { ...defaultBreadth, weight: 1 }

export const horizonDefaults: Weighted<ParametersByFamily['horizon']> = { ...defaultHorizon, weight: 1 }

export const verifyDefaults: Weighted<ParametersByFamily['verify']> = { ...defaultVerify, weight: 1 }

export const routeDefaults: Weighted<ParametersByFamily['route']> = { ...defaultRoute, weight: 1 }
