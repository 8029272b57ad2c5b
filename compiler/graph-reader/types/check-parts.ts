import type { PureTextPart } from '../../graph/index.ts'
import { typeText, unknownType } from '../../types/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ExpressionTypes } from './expression-types.ts'
import type { Knowledge } from './knowledge.ts'
import { outcomesOf } from './outcomes.ts'

/** The parts of a text: any value may be inserted, and any may decide an `if`; an `each` goes over a list. */
export function checkParts(parts: readonly PureTextPart[], place: string, types: ExpressionTypes, knowledge: Knowledge): void {
  if (!knowledge.isReachable) return
  parts.forEach((part, position) => {
    const at = pointerTo(place, position)
    switch (part.kind) {
      case 'chunk':
        break
      case 'insert':
        types.typeOf(part.value, pointerTo(at, 'value'), knowledge)
        break
      case 'if': {
        types.typeOf(part.condition, pointerTo(at, 'condition'), knowledge)
        const { yes, no } = outcomesOf(part.condition, types.values.outcomes)
        checkParts(part.then, pointerTo(at, 'then'), types, knowledge.inside(yes))
        checkParts(part.else, pointerTo(at, 'else'), types, knowledge.inside(no))
        break
      }
      case 'each': {
        const list = types.typeOf(part.list, pointerTo(at, 'list'), knowledge)
        const isSilent = list.kind === 'never' || list.kind === 'unknown'
        if (list.kind !== 'list' && !isSilent)
          types.report(pointerTo(at, 'list'), `This is \`${typeText(list)}\`, which is no list.`)
        types.values.types.set(part.item, list.kind === 'list' ? list.element : isSilent ? list : unknownType)
        checkParts(part.body, pointerTo(at, 'body'), types, knowledge.inside())
      }
    }
  })
}
