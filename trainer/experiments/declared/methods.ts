import type { FamilyName } from '../../tasks/index.ts'
import type { ExperimentArm } from '../experiment.ts'
import { configurationOf } from './recipe.ts'
import type { Recipe } from './recipe.ts'

export interface ArmDeclaration extends Pick<ExperimentArm, 'method' | 'title'> {
  readonly recipe: Recipe
  readonly body?: string
  readonly voteSizes?: readonly number[]
}

/** An arm within its family. */
export const armOf = ({ method, title, recipe, body, voteSizes }: ArmDeclaration): ExperimentArm => ({
  name: `${recipe.family}-${method}`,
  setting: recipe.family,
  method,
  title,
  configuration: configurationOf(recipe),
  body: body ?? null,
  voteSizes: voteSizes ?? [],
})

/** The single agent. */
export const directBody = 'return Answer(expression)'

/** Families in which a team pays. */
export const teamFamilies: readonly FamilyName[] = ['depth', 'breadth', 'horizon', 'robustness', 'verify', 'route']
