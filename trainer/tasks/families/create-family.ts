import type { TaskFamily } from '../task-family.ts'
import { defaultDepth, depthFamily } from './depth.ts'
import type { DepthParameters } from './depth.ts'
import { arithmeticProblems, generationProblems } from './family-problems.ts'
import { defaultPlain, plainFamily } from './plain.ts'
import type { PlainParameters } from './plain.ts'
import { defaultRobustness, robustnessFamily } from './robustness.ts'
import type { RobustnessParameters } from './robustness.ts'

/** A family by name, with the parameters that differ from its defaults. */
export type FamilySettings =
  | { readonly family: 'depth'; readonly parameters?: Partial<DepthParameters> }
  | { readonly family: 'robustness'; readonly parameters?: Partial<RobustnessParameters> }
  | { readonly family: 'plain'; readonly parameters?: Partial<PlainParameters> }

export type FamilyName = FamilySettings['family']

export type CreatedFamily =
  { readonly kind: 'family'; readonly family: TaskFamily } | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Makes a family of these settings, or says what is wrong with them. It tries every difficulty once. */
export function createFamily(settings: FamilySettings): CreatedFamily {
  const problems = arithmeticProblems(parametersOf(settings))
  if (problems.length > 0) return { kind: 'problems', problems }
  const family = familyOf(settings)
  const missing = generationProblems(family)
  return missing.length > 0 ? { kind: 'problems', problems: missing } : { kind: 'family', family }
}

function parametersOf(settings: FamilySettings) {
  switch (settings.family) {
    case 'depth':
      return { ...defaultDepth, ...settings.parameters }
    case 'robustness':
      return { ...defaultRobustness, ...settings.parameters }
    case 'plain':
      return { ...defaultPlain, ...settings.parameters }
  }
}

function familyOf(settings: FamilySettings): TaskFamily {
  switch (settings.family) {
    case 'depth':
      return depthFamily(settings.parameters)
    case 'robustness':
      return robustnessFamily(settings.parameters)
    case 'plain':
      return plainFamily(settings.parameters)
  }
}
