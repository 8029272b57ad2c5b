import { builtins } from '../../builtins/index.ts'
import type { BuiltinArgument, BuiltinForm, BuiltinParameter } from '../../builtins/index.ts'
import type { Pure } from '../../graph/index.ts'
import { listOf, neverType, sizeNumber, someType, typeText, unknownType } from '../../types/index.ts'
import type { Size, Type } from '../../types/index.ts'
import { likelyMeant } from '../likely-meant.ts'
import { shownName } from '../shown.ts'
import { alike, withPlainTexts } from './text-types.ts'

type BuiltinCall = Extract<Pure, { kind: 'builtin' }>

/** What is wrong with a call: of the argument at this position, or of the call as a whole (`null`). */
export interface BuiltinMismatch {
  readonly kind: 'mismatch'
  readonly argument: number | null
  readonly message: string
  readonly remedy: string | null
}

/** The type of a call of a builtin with arguments of these types, by the signatures that scripts are checked with. */
export function builtinType(call: BuiltinCall, types: readonly Type[]): Type | BuiltinMismatch {
  const builtin = builtins.get(call.name)
  if (builtin === undefined)
    return mismatch(null, `There is no builtin ${shownName(call.name)}.`, likelyMeant(call.name, builtins.keys()))
  const form = builtin.forms.find(({ parameters }) => parameters.length === types.length)
  if (form === undefined) {
    return mismatch(null, `\`${call.name}\` does not take ${types.length} arguments.`, `It is called as \`${builtin.usage}\`.`)
  }
  const given = accepted(call, form, alikeTypes(types))
  if (!Array.isArray(given)) return given as BuiltinMismatch
  const inputs = given as readonly Type[]
  const key = keyMismatch(call, form, inputs[0])
  if (key !== null) return key
  // What has no value gives no value; what was reported is not reported again.
  if (inputs.some((type) => type.kind === 'never')) return neverType
  if (inputs.some((type) => someType(type, ({ kind }) => kind === 'unknown'))) return unknownType
  const result = form.result(
    inputs.map((type, position): BuiltinArgument => ({ type, size: writtenSize(call.arguments[position]) })),
  )
  if (result.kind !== 'apart') return knownItems(result)
  return mismatch(null, `\`${typeText(result.left)}\` and \`${typeText(result.right)}\` have no common type.`, null)
}

/** The signatures say `unknown` of the items of lists that have none. */
function knownItems(type: Type): Type {
  if (type.kind === 'unknown') return neverType
  return type.kind === 'list' ? listOf(knownItems(type.element), type.size) : type
}

const mismatch = (argument: number | null, message: string, remedy: string | null): BuiltinMismatch => ({
  kind: 'mismatch',
  argument,
  message,
  remedy,
})

/** Two lists may be joined: their items are brought together first. */
function alikeTypes(types: readonly Type[]): readonly Type[] {
  const [left, right, ...rest] = types
  return left === undefined || right === undefined || rest.length > 0 ? types : alike(left, right)
}

/** The arguments as the form takes them. */
function accepted(call: BuiltinCall, { parameters }: BuiltinForm, types: readonly Type[]): readonly Type[] | BuiltinMismatch {
  const given: Type[] = []
  for (const [position, parameter] of parameters.entries()) {
    const type = types[position] ?? unknownType
    const plain = withPlainTexts(type)
    if (!parameter.accepts(type) && !parameter.accepts(plain)) {
      return mismatch(position, `This is \`${typeText(type)}\`; \`${call.name}\` takes ${parameter.wanted}.`, null)
    }
    if (parameter.rule === 'static' && writtenSize(call.arguments[position]) === null)
      return notWritten(call, parameter, position)
    given.push(parameter.accepts(type) ? type : plain)
  }
  return given
}

const notWritten = ({ name }: BuiltinCall, parameter: BuiltinParameter, position: number): BuiltinMismatch =>
  mismatch(position, `\`${parameter.name}\` of \`${name}\` is known before the run.`, 'Write a constant.')

function keyMismatch(call: BuiltinCall, { key }: BuiltinForm, list: Type | undefined): BuiltinMismatch | null {
  const { name, selector } = call
  if (key === null)
    return selector === null ? null : mismatch(null, `\`${name}\` takes no field.`, 'Write `null` for `selector`.')
  if (list?.kind !== 'list' || list.element.kind === 'unknown' || list.element.kind === 'never') return null
  const found = selector === null ? list.element : fieldOf(list.element, selector)
  if (found === null) {
    return mismatch(null, `The items are \`${typeText(list.element)}\`, which has no field ${shownName(String(selector))}.`, null)
  }
  if (key.accepts(found) || key.accepts(withPlainTexts(found))) return null
  return mismatch(null, `\`${name}\` compares ${key.wanted}, not \`${typeText(found)}\`.`, null)
}

const fieldOf = (type: Type, name: string): Type | null =>
  (type.kind === 'record' ? type.fields.find((field) => field.name === name)?.type : undefined) ?? null

/** The size that a constant says; a list has no fewer than no items. */
function writtenSize(pure: Pure | undefined): Size | null {
  if (pure?.kind !== 'constant' || typeof pure.value !== 'number' || !Number.isSafeInteger(pure.value)) return null
  return sizeNumber(Math.max(0, pure.value))
}
