import type { Expression } from '../../grammar/index.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { insertion } from './edits.ts'

/** `if hint` as `if hint != none`, where that needs no parentheses. */
export function presentCondition(condition: Expression): Fix | null {
  const isSimple = ['name_expression', 'member', 'index', 'call'].includes(condition.kind)
  return isSimple ? { title: 'Compare it with `none`', edits: [insertion(condition.range.end, ' != none')] } : null
}
