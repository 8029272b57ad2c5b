import type { ValueId } from './graph.ts'
import type { Pure, PureTextPart } from './pure.ts'

/** What the parts of a text evaluate, in their order, also under conditions and for each item of a list. */
export interface TextValues {
  readonly operands: readonly Pure[]
  /** The values that the text defines for itself: the items of its lists. */
  readonly items: readonly ValueId[]
}

export function textValues(parts: readonly PureTextPart[]): TextValues {
  const operands: Pure[] = []
  const items: ValueId[] = []
  const visit = (part: PureTextPart): void => {
    switch (part.kind) {
      case 'chunk':
        break
      case 'insert':
        operands.push(part.value)
        break
      case 'if':
        operands.push(part.condition)
        part.then.forEach(visit)
        part.else.forEach(visit)
        break
      case 'each':
        operands.push(part.list)
        items.push(part.item)
        part.body.forEach(visit)
    }
  }
  parts.forEach(visit)
  return { operands, items }
}
