import type { Pure } from './pure.ts'

/** The expressions directly inside one; none for a text, whose parts stand under conditions and in lists. */
export function pureOperands(pure: Pure): readonly Pure[] {
  switch (pure.kind) {
    case 'constant':
    case 'value':
    case 'text':
      return []
    case 'field':
      return [pure.of]
    case 'index':
      return [pure.of, pure.index]
    case 'list':
      return pure.items
    case 'record':
      return [...(pure.spread === null ? [] : [pure.spread]), ...pure.fields.map((field) => field.value)]
    case 'not':
    case 'negate':
      return [pure.operand]
    case 'binary':
    case 'and':
    case 'or':
    case 'default':
      return [pure.left, pure.right]
    case 'builtin':
      return pure.arguments
  }
}
