import { mayFailOrOutgrow } from '../../graph/index.ts'
import type { Pure } from '../../graph/index.ts'
import { learned } from '../learned.ts'
import type { Scope } from '../scope.ts'
import { innerScope } from './place.ts'

/** What is known in a branch: TypeScript sees a condition that is written in line. */
export function branchScope(condition: Pure, outcome: boolean, scope: Scope): Scope {
  const knowledge = learned(scope, condition, outcome)
  return { ...innerScope(scope), knowledge: mayFailOrOutgrow(condition) ? told(scope, knowledge) : knowledge }
}

/** The same knowledge, where TypeScript does not see how it came about. */
export const told = (scope: Scope, knowledge: Scope['knowledge']): Scope['knowledge'] =>
  new Map([...knowledge].map(([key]) => [key, scope.knowledge.get(key) ?? 'told']))
