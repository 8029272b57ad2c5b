import type { Pure } from '../graph/index.ts'
import { knowing, presentWhere } from './knowledge.ts'
import type { Scope } from './scope.ts'

/** What is known where the condition, as written, comes to `outcome`. */
export function learned(scope: Scope, condition: Pure, outcome: boolean): Scope['knowledge'] {
  const keys = presentWhere(condition, outcome)
  const native = keys.filter((key) => {
    const variable = scope.variables.get(key.split('/')[0] ?? '')
    return variable?.kind === 'plain' && variable.isConstant
  })
  return knowing(knowing(scope.knowledge, keys, 'told'), native, 'native')
}
