import type { Pure, ValueId } from '../../graph/index.ts'
import { pathOf } from './knowledge.ts'
import type { Told } from './knowledge.ts'

/** What a condition tells where it holds and where it does not. */
export interface Outcomes {
  readonly yes: Told
  readonly no: Told
}

const silent: Outcomes = { yes: [], no: [] }

/** `known` are the outcomes of values that are conditions themselves: `and` and `or` whose right side makes calls. */
export function outcomesOf(condition: Pure, known: ReadonlyMap<ValueId, Outcomes>): Outcomes {
  switch (condition.kind) {
    case 'not': {
      const { yes, no } = outcomesOf(condition.operand, known)
      return { yes: no, no: yes }
    }
    case 'and':
    case 'or':
      return combined(condition.kind, outcomesOf(condition.left, known), outcomesOf(condition.right, known))
    case 'binary': {
      const { operator, left, right } = condition
      if (operator !== '==' && operator !== '!=') return silent
      const compared = isNone(right) ? left : isNone(left) ? right : null
      if (compared === null) return silent
      return operator === '!=' ? { yes: presence(compared), no: [] } : { yes: [], no: presence(compared) }
    }
    case 'constant':
      return condition.value === null || condition.value === false ? { yes: null, no: [] } : { yes: [], no: null }
    case 'value': {
      const { yes, no } = known.get(condition.id) ?? silent
      return { yes: both(presence(condition), yes), no }
    }
    case 'field':
      return { yes: presence(condition), no: [] }
    default:
      return silent
  }
}

/** What `and` and `or` tell, by what their sides tell. */
export function combined(operator: 'and' | 'or', left: Outcomes, right: Outcomes): Outcomes {
  return operator === 'and'
    ? { yes: both(left.yes, right.yes), no: either(left.no, right.no) }
    : { yes: either(left.yes, right.yes), no: both(left.no, right.no) }
}

const isNone = (pure: Pure): boolean => pure.kind === 'constant' && pure.value === null

function presence(pure: Pure): Told {
  if (isNone(pure)) return null
  const path = pathOf(pure)
  return path === null ? [] : [path]
}

const both = (left: Told, right: Told): Told => (left === null || right === null ? null : [...left, ...right])

function either(left: Told, right: Told): Told {
  if (left === null || right === null) return left ?? right
  const others = new Set(right)
  return left.filter((path) => others.has(path))
}
