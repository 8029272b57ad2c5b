import { optionalOf, withoutNone } from '../types/index.ts'
import type { EnumType, Type } from '../types/index.ts'

/** The type of one text: what an enum's member and a plain text have in common in a graph. */
export const literalType = (text: string): EnumType => ({ kind: 'enum', name: '', id: '', members: [text] })

/** A type that both fit in TypeScript, where sizes are not told and texts may be known. */
export function joinLoosely(left: Type, right: Type): Type {
  if (left.kind === 'never') return right
  if (right.kind === 'never') return left
  if (isOptional(left) || isOptional(right)) return optionalOf(joinLoosely(withoutNone(left), withoutNone(right)))
  if (left.kind === 'list' && right.kind === 'list') {
    return { kind: 'list', element: joinLoosely(left.element, right.element), size: null }
  }
  if (left.kind === 'record' && right.kind === 'record') {
    return {
      kind: 'record',
      fields: left.fields.map(({ name, type }) => {
        const other = right.fields.find((field) => field.name === name)
        return { name, type: other === undefined ? type : joinLoosely(type, other.type) }
      }),
    }
  }
  if (left.kind === 'enum' && right.kind === 'enum') return joinMembers(left, right)
  if (left.kind === 'enum' && right.kind === 'string') return right
  if (left.kind === 'string' && right.kind === 'enum') return left
  if (left.kind === 'int' && right.kind === 'number') return right
  return left
}

function joinMembers(left: EnumType, right: EnumType): Type {
  if (right.members.every((member) => left.members.includes(member))) return left
  if (left.members.every((member) => right.members.includes(member))) return right
  return { kind: 'enum', name: '', id: '', members: [...new Set([...left.members, ...right.members])] }
}

const isOptional = (type: Type): boolean => type.kind === 'optional' || type.kind === 'none'
