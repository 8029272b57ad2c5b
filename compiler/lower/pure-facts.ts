import type { Pure, PureTextPart } from '../graph/index.ts'

/** Whether copying the expression to every use costs nothing: a constant, a value, or a field of one. */
export function isShort(pure: Pure): boolean {
  if (pure.kind === 'field') return isShort(pure.of)
  return pure.kind === 'value' || pure.kind === 'constant'
}

/** Whether evaluation may fail: a builtin, an index, arithmetic. */
export function mayFail(pure: Pure): boolean {
  switch (pure.kind) {
    case 'constant':
    case 'value':
      return false
    case 'builtin':
    case 'index':
    case 'negate':
      return true
    case 'field':
      return mayFail(pure.of)
    case 'list':
      return pure.items.some(mayFail)
    case 'record':
      return (pure.spread !== null && mayFail(pure.spread)) || pure.fields.some((field) => mayFail(field.value))
    case 'not':
      return mayFail(pure.operand)
    case 'binary':
      return ['+', '-', '*', '/', '%'].includes(pure.operator) || mayFail(pure.left) || mayFail(pure.right)
    case 'and':
    case 'or':
    case 'default':
      return mayFail(pure.left) || mayFail(pure.right)
    case 'text':
      return pure.parts.some(partMayFail)
  }
}

function partMayFail(part: PureTextPart): boolean {
  switch (part.kind) {
    case 'chunk':
      return false
    case 'insert':
      return mayFail(part.value)
    case 'if':
      return mayFail(part.condition) || part.then.some(partMayFail) || part.else.some(partMayFail)
    case 'each':
      return mayFail(part.list) || part.body.some(partMayFail)
  }
}
