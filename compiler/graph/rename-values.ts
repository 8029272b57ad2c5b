import type { ValueId } from './graph.ts'
import type { Pure, PureTextPart } from './pure.ts'

/** The expression with other names for the values that it reads. */
export function renameValues(pure: Pure, rename: (id: ValueId) => ValueId): Pure {
  const inside = (of: Pure): Pure => renameValues(of, rename)
  switch (pure.kind) {
    case 'constant':
      return pure
    case 'value':
      return { ...pure, id: rename(pure.id) }
    case 'field':
      return { ...pure, of: inside(pure.of) }
    case 'index':
      return { ...pure, of: inside(pure.of), index: inside(pure.index) }
    case 'list':
      return { ...pure, items: pure.items.map(inside) }
    case 'record': {
      const fields = pure.fields.map(({ name, value }) => ({ name, value: inside(value) }))
      return { ...pure, spread: pure.spread === null ? null : inside(pure.spread), fields }
    }
    case 'not':
    case 'negate':
      return { ...pure, operand: inside(pure.operand) }
    case 'binary':
      return { ...pure, left: inside(pure.left), right: inside(pure.right) }
    case 'and':
    case 'or':
    case 'default':
      return { ...pure, left: inside(pure.left), right: inside(pure.right) }
    case 'builtin':
      return { ...pure, arguments: pure.arguments.map(inside) }
    case 'text':
      return { ...pure, parts: renameInText(pure.parts, rename) }
  }
}

function renameInText(parts: readonly PureTextPart[], rename: (id: ValueId) => ValueId): readonly PureTextPart[] {
  return parts.map((part): PureTextPart => {
    switch (part.kind) {
      case 'chunk':
        return part
      case 'insert':
        return { ...part, value: renameValues(part.value, rename) }
      case 'if':
        return {
          ...part,
          condition: renameValues(part.condition, rename),
          then: renameInText(part.then, rename),
          else: renameInText(part.else, rename),
        }
      case 'each': {
        const { item } = part
        const inBody = renameInText(part.body, (id) => (id === item ? id : rename(id)))
        return { ...part, list: renameValues(part.list, rename), body: inBody }
      }
    }
  })
}
