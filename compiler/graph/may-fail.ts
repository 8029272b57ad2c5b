import type { Pure, PureTextPart } from './pure.ts'
import { pureOperands } from './pure-operands.ts'

/** Builtins that never fail, whatever their arguments are; size limits of the runtime apart. */
const totalBuiltins: ReadonlySet<string> = new Set([
  ...['len', 'count', 'any', 'all', 'where', 'present', 'first', 'concat', 'flatten', 'number', 'int', 'text', 'json', 'lines'],
  ...['join', 'trim', 'lower', 'contains'],
])

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%'])

/** Whether the last step of an expression may fail where its operands have values. */
export function stepMayFail(pure: Pure): boolean {
  switch (pure.kind) {
    case 'index':
      return true
    case 'binary':
      return arithmetic.has(pure.operator)
    case 'builtin':
      return !totalBuiltins.has(pure.name)
    case 'text':
      return pure.parts.some(partMayFail)
    default:
      return false
  }
}

/** Whether an expression may fail at all. */
export const mayFail = (pure: Pure): boolean => stepMayFail(pure) || pureOperands(pure).some(mayFail)

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
