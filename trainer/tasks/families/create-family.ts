import type { TaskFamily } from '../task-family.ts'
import type { ArithmeticParameters } from './arithmetic-family.ts'
import { breadthFamily, defaultBreadth } from './breadth.ts'
import type { BreadthParameters } from './breadth.ts'
import { defaultDepth, depthFamily } from './depth.ts'
import { arithmeticProblems, generationProblems } from './family-problems.ts'
import { defaultHorizon, horizonFamily } from './horizon.ts'
import type { HorizonParameters } from './horizon.ts'
import { breadthProblems, horizonProblems, routeProblems, verifyProblems } from './parameter-problems.ts'
import { defaultPlain, plainFamily } from './plain.ts'
import { defaultRobustness, robustnessFamily } from './robustness.ts'
import type { RobustnessParameters } from './robustness.ts'
import { defaultRoute, routeFamily } from './route.ts'
import type { RouteParameters } from './route.ts'
import { defaultVerify, verifyFamily } from './verify.ts'
import type { VerifyParameters } from './verify.ts'

/** The parameters of each family. */
export interface ParametersByFamily {
  readonly depth: ArithmeticParameters
  readonly breadth: BreadthParameters
  readonly horizon: HorizonParameters
  readonly robustness: RobustnessParameters
  readonly verify: VerifyParameters
  readonly route: RouteParameters
  readonly plain: ArithmeticParameters
}

export type FamilyName = keyof ParametersByFamily

export const familyNames: readonly FamilyName[] = ['depth', 'breadth', 'horizon', 'robustness', 'verify', 'route', 'plain']

/** A family by name, with every parameter. */
export type ResolvedFamily = {
  readonly [Name in FamilyName]: { readonly family: Name; readonly parameters: ParametersByFamily[Name] }
}[FamilyName]

/** A family by name, with the parameters that differ from its defaults. */
export type FamilySettings = {
  readonly [Name in FamilyName]: { readonly family: Name; readonly parameters?: Partial<ParametersByFamily[Name]> }
}[FamilyName]

export type CreatedFamily =
  { readonly kind: 'family'; readonly family: TaskFamily } | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Makes a family of these settings, or says what is wrong with them. It tries every difficulty once. */
export function createFamily(settings: FamilySettings): CreatedFamily {
  const resolved = resolveFamily(settings)
  const problems = problemsOf(resolved)
  if (problems.length > 0) return { kind: 'problems', problems }
  const family = familyOf(resolved)
  const missing = generationProblems(family)
  return missing.length > 0 ? { kind: 'problems', problems: missing } : { kind: 'family', family }
}

/** The settings with the family's defaults for what they leave out. */
export function resolveFamily(settings: FamilySettings): ResolvedFamily {
  switch (settings.family) {
    case 'depth':
      return { family: 'depth', parameters: { ...defaultDepth, ...settings.parameters } }
    case 'breadth':
      return { family: 'breadth', parameters: { ...defaultBreadth, ...settings.parameters } }
    case 'horizon':
      return { family: 'horizon', parameters: { ...defaultHorizon, ...settings.parameters } }
    case 'robustness':
      return { family: 'robustness', parameters: { ...defaultRobustness, ...settings.parameters } }
    case 'verify':
      return { family: 'verify', parameters: { ...defaultVerify, ...settings.parameters } }
    case 'route':
      return { family: 'route', parameters: { ...defaultRoute, ...settings.parameters } }
    case 'plain':
      return { family: 'plain', parameters: { ...defaultPlain, ...settings.parameters } }
  }
}

function problemsOf({ family, parameters }: ResolvedFamily): readonly string[] {
  switch (family) {
    case 'depth':
    case 'robustness':
    case 'plain':
      return arithmeticProblems(parameters)
    case 'breadth':
      return breadthProblems(parameters)
    case 'horizon':
      return horizonProblems(parameters)
    case 'verify':
      return verifyProblems(parameters)
    case 'route':
      return routeProblems(parameters)
  }
}

/** The family of parameters without problems. */
export function familyOf({ family, parameters }: ResolvedFamily): TaskFamily {
  switch (family) {
    case 'depth':
      return depthFamily(parameters)
    case 'breadth':
      return breadthFamily(parameters)
    case 'horizon':
      return horizonFamily(parameters)
    case 'robustness':
      return robustnessFamily(parameters)
    case 'verify':
      return verifyFamily(parameters)
    case 'route':
      return routeFamily(parameters)
    case 'plain':
      return plainFamily(parameters)
  }
}
