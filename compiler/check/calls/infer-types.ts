import { joinTypes, someType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'

/** What is known about the type parameters of a called workflow. */
export interface Inference {
  readonly types: Map<string, Type>
  /** Type parameters that an agent's signature has fixed: values have to fit them, and do not widen them. */
  readonly fixed: Set<string>
}

export const noInference = (): Inference => ({ types: new Map(), fixed: new Set() })

/**
 * Sets a parameter's type against an argument's. The first agent fixes a type parameter; of values, the first one gives
 * it and later ones widen it.
 */
export function inferTypes(pattern: Type, actual: Type, from: 'agent' | 'value', inference: Inference): void {
  const inside = (inner: Type, against: Type): void => { inferTypes(inner, against, from, inference) }
  switch (pattern.kind) {
    case 'parameter':
      inferParameter(pattern.name, actual, from, inference)
      break
    case 'optional':
      if (actual.kind !== 'none') inside(pattern.inner, actual.kind === 'optional' ? actual.inner : actual)
      break
    case 'list':
      if (actual.kind === 'list') inside(pattern.element, actual.element)
      break
    case 'record':
      if (actual.kind !== 'record') break
      for (const field of pattern.fields) {
        const given = actual.fields.find((candidate) => candidate.name === field.name)
        if (given !== undefined) inside(field.type, given.type)
      }
      break
    case 'agent':
      if (actual.kind !== 'agent') break
      pattern.parameters.forEach((parameter, position) => {
        const given = actual.parameters[position]
        if (given !== undefined) inside(parameter, given)
      })
      inside(pattern.result, actual.result)
      break
    default:
      break
  }
}

function inferParameter(name: string, actual: Type, from: 'agent' | 'value', { types, fixed }: Inference): void {
  if (fixed.has(name) || saysNothing(actual)) return
  const known = types.get(name)
  if (from === 'agent') fixed.add(name)
  types.set(name, known === undefined ? actual : (joinTypes(known, actual) ?? known))
}

/** `none` and `[]` do not say what type is meant. */
const saysNothing = (type: Type): boolean => someType(type, (inner) => inner.kind === 'none' || inner.kind === 'never')
