import { isAssignable, joinTypes, listOf, neverType, optionalOf, stringType, withoutNone } from '../../types/index.ts'
import type { EnumType, Type } from '../../types/index.ts'

// A graph writes a member of an enum as its name: `"easy"` is a text, or a member of any enum that has it. Until something says
// which, its type is one of these: an enum without a name of its own, of the texts that the value may be.
const textTypes = new WeakMap<Type, readonly string[]>()

/** No enum has so many members that are written out; a value of more texts is just a `string`. */
const mostTexts = 1000

const longestMember = 1000

/** The type of a text that is written out. */
export function typeOfText(text: string): Type {
  return text.length <= longestMember && /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? textType([text]) : stringType
}

function textType(texts: readonly string[]): Type {
  if (texts.length > mostTexts) return stringType
  const shown = texts.length <= 5 ? texts : [...texts.slice(0, 5), '…']
  const type: EnumType = {
    kind: 'enum',
    name: shown.map((text) => JSON.stringify(text)).join(' or '),
    id: 'texts',
    members: texts,
  }
  textTypes.set(type, texts)
  return type
}

/** Whether every value of the first type may stand where the second is asked for. */
export function fits(from: Type, to: Type): boolean {
  const [given, wanted] = matched(from, to, {
    left: (texts, other) => (holdsAll(other, texts) ? [other, other] : [stringType, other]),
    // An enum, or any text, has values besides those that are written out.
    right: (other) => [other, neverType],
  })
  return isAssignable(given, wanted)
}

/** The least type that both fit, or `null` where there is none. */
export function join(left: Type, right: Type): Type | null {
  return joinTypes(...alike(left, right))
}

/** The join of all of them; `never` where there are none, `null` where two have none. */
export function joinEach(types: readonly Type[]): Type | null {
  return types.reduce<Type | null>((whole, type) => (whole === null ? null : join(whole, type)), { kind: 'never' })
}

/** Both types, with texts that are written out taken for what the other one makes of them. */
export const alike = (left: Type, right: Type): readonly [Type, Type] =>
  matched(left, right, {
    left: joinedTexts,
    right: (other, texts) => {
      const [own, others] = joinedTexts(texts, other)
      return [others, own]
    },
  })

/** The type with `string` for texts that are written out. */
export function withPlainTexts(type: Type): Type {
  if (textTypes.has(type)) return stringType
  switch (type.kind) {
    case 'list':
      return listOf(withPlainTexts(type.element), type.size)
    case 'optional':
      return optionalOf(withPlainTexts(type.inner))
    case 'record':
      return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: withPlainTexts(field.type) })) }
    default:
      return type
  }
}

function joinedTexts(texts: readonly string[], other: Type): readonly [Type, Type] {
  if (holdsAll(other, texts)) return [other, other]
  const others = textTypes.get(other)
  if (others === undefined) return [stringType, other]
  const all = textType([...new Set([...texts, ...others])])
  return [all, all]
}

const holdsAll = (type: Type, texts: readonly string[]): boolean =>
  type.kind === 'enum' && texts.every((text) => type.members.includes(text))

/** What is made of texts that are written out in one of two types, and of what stands there in the other one. */
interface Match {
  readonly left: (texts: readonly string[], other: Type) => readonly [Type, Type]
  /** Where only the right one has such texts. */
  readonly right: (other: Type, texts: readonly string[]) => readonly [Type, Type]
}

/** Walks both types at once, down to where one of them holds texts that are written out. */
function matched(left: Type, right: Type, match: Match): readonly [Type, Type] {
  if (left === right) return [left, right]
  const [leftTexts, rightTexts] = [textTypes.get(left), textTypes.get(right)]
  if (leftTexts !== undefined && isPlain(right)) return match.left(leftTexts, right)
  if (rightTexts !== undefined && isPlain(left)) return match.right(left, rightTexts)
  if (left.kind === 'optional' || right.kind === 'optional') {
    const [inner, other] = matched(withoutNone(left), withoutNone(right), match)
    return [
      left.kind === 'optional' ? optionalOf(inner) : kept(left, inner),
      right.kind === 'optional' ? optionalOf(other) : kept(right, other),
    ]
  }
  if (left.kind === 'list' && right.kind === 'list') {
    const [element, other] = matched(left.element, right.element, match)
    return [listOf(element, left.size), listOf(other, right.size)]
  }
  if (left.kind === 'record' && right.kind === 'record') {
    const pairs = left.fields.map(({ name, type }) => {
      const other = right.fields.find((field) => field.name === name)
      return { name, types: other === undefined ? ([type, null] as const) : matched(type, other.type, match) }
    })
    const others = new Map(pairs.map(({ name, types }) => [name, types[1]]))
    return [
      { kind: 'record', fields: pairs.map(({ name, types }) => ({ name, type: types[0] })) },
      { kind: 'record', fields: right.fields.map(({ name, type }) => ({ name, type: others.get(name) ?? type })) },
    ]
  }
  return [left, right]
}

/** Nothing can be said of texts beside a value that is not there. */
const isPlain = ({ kind }: Type): boolean => kind === 'string' || kind === 'enum'

/** `none` is not what is left of it without its `none`. */
const kept = (type: Type, inner: Type): Type => (type.kind === 'none' ? type : inner)
