import type { Pure } from '../graph/index.ts'

/** Whether an expression may come to nothing when it is evaluated. */
export function canFail(pure: Pure): boolean {
  switch (pure.kind) {
    case 'constant':
    case 'value':
      return false
    case 'field':
      return canFail(pure.of)
    case 'list':
      return pure.items.some(canFail)
    case 'record':
      return (pure.spread !== null && canFail(pure.spread)) || pure.fields.some(({ value }) => canFail(value))
    case 'not':
    case 'negate':
      return canFail(pure.operand)
    case 'and':
    case 'or':
    case 'default':
      return canFail(pure.left) || canFail(pure.right)
    case 'binary':
      return '+-*/%'.includes(pure.operator) || canFail(pure.left) || canFail(pure.right)
    case 'index':
    case 'builtin':
    case 'text':
      return true
  }
}
