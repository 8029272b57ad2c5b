import type { Constructs, Limits } from '../../../compiler/derivation/index.ts'
import type { ResolvedFamily, SupervisedExample } from '../../tasks/index.ts'
import { breadthDesigns } from './breadth-designs.ts'
import { expressionDesigns } from './expression-designs.ts'
import { horizonDesigns } from './horizon-designs.ts'
import { routeDesigns } from './route-designs.ts'
import { verifyDesigns } from './verify-designs.ts'

/** What may be written for the tasks of a family, and what small executors need for it. */
export interface FamilyDesigns {
  /** Every character of its tasks, inputs and replies. */
  readonly characters: string
  /** The longest answer to a task, its end included. */
  readonly answerTokens: number
  /** Types, helping workflows and agents other than `Answer` in `.mas` text, each on its own. */
  readonly declarations: readonly string[]
  readonly constructs: Constructs
  readonly limits: Omit<Limits, 'calls'>
  /** Bodies that the designer's supervised start imitates: common shapes, right and wrong ones. */
  readonly startDesigns: readonly string[]
  /** Bodies that the family is there for: what should pay, one for each kind of task that it tells apart. */
  readonly payingDesigns: readonly string[]
  /** Whether an example is within reach of a network of this size; others would only cost time. */
  readonly accepts: (example: SupervisedExample) => boolean
}

export function familyDesigns(family: ResolvedFamily): FamilyDesigns {
  switch (family.family) {
    case 'depth':
    case 'robustness':
    case 'plain':
      return expressionDesigns(family)
    case 'breadth':
      return breadthDesigns(family.parameters)
    case 'horizon':
      return horizonDesigns(family.parameters)
    case 'verify':
      return verifyDesigns(family.parameters)
    case 'route':
      return routeDesigns()
  }
}
