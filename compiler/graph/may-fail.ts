import type { Pure } from './pure.ts'
import { pureOperands } from './pure-operands.ts'
import { textValues } from './text-values.ts'

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
      return textValues(pure.parts).operands.some(mayFail)
    default:
      return false
  }
}

/** Whether an expression may fail at all. */
export const mayFail = (pure: Pure): boolean => stepMayFail(pure) || pureOperands(pure).some(mayFail)

/** Whether it may fail, or grow beyond the size limits of the runtime, as builtins and texts may. */
export const mayFailOrOutgrow = (pure: Pure): boolean =>
  pure.kind === 'builtin' || pure.kind === 'text' || stepMayFail(pure) || pureOperands(pure).some(mayFailOrOutgrow)
