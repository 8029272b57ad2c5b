import type { Expression } from '../../../grammar/index.ts'
import { equalTypes } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { asMeant } from './as-meant.ts'
import type { Environment } from './environment.ts'
import { pathOf, pathType } from './path-of.ts'

type Knowledge = ReadonlyMap<string, Type>

const nothing: Knowledge = new Map()

/** What is known where the condition has turned out to be `truth`. */
export function assume(condition: Expression, truth: boolean, environment: Environment): Environment {
  return adding(environment, learned(condition, truth, environment))
}

const adding = (environment: Environment, knowledge: Knowledge): Environment =>
  knowledge.size === 0 ? environment : { ...environment, narrowed: new Map([...environment.narrowed, ...knowledge]) }

function learned(condition: Expression, truth: boolean, environment: Environment): Knowledge {
  if (condition.kind === 'unary' && condition.operator === 'not') return learned(condition.operand, !truth, environment)
  // An optional decides by being there: in `{{#if x}}`, and in an `if x` that is reported but clear in what it means.
  if (condition.kind !== 'binary') return truth ? presence(condition, environment) : nothing
  const { operator, left, right } = condition
  switch (operator) {
    case 'and':
    case 'or': {
      const onLeft = learned(left, truth, environment)
      // The right side counts only where the left one has not decided: after a true left side of `and`, a false one of `or`.
      const onRight = learned(right, truth, assume(left, operator === 'and', environment))
      const bothHold = (operator === 'and') === truth
      return bothHold ? new Map([...onLeft, ...onRight]) : common(onLeft, onRight)
    }
    case '==':
    case '!=': {
      if ((operator === '!=') !== truth) return nothing
      const [meantLeft, meantRight] = [asMeant(left, environment), asMeant(right, environment)]
      if (meantRight.kind === 'none') return presence(meantLeft, environment)
      return meantLeft.kind === 'none' ? presence(meantRight, environment) : nothing
    }
    default:
      return nothing
  }
}

function presence(value: Expression, environment: Environment): Knowledge {
  const path = pathOf(value)
  const type = pathType(value, environment)
  return path === null || type?.kind !== 'optional' ? nothing : new Map([[path, type.inner]])
}

/** What both say. */
export function common(left: Knowledge, right: Knowledge): Knowledge {
  const shared = [...left].filter(([path, type]) => {
    const other = right.get(path)
    return other !== undefined && equalTypes(type, other)
  })
  return new Map(shared)
}
