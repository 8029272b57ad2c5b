import type { ListType, Type } from '../types/index.ts'
import type { BuiltinArgument, BuiltinParameter, KeyRule } from './builtin.ts'

const silent = (type: Type): boolean => type.kind === 'unknown' || type.kind === 'never'

const takes = (name: string, wanted: string, accepts: (type: Type) => boolean): BuiltinParameter => ({
  name,
  wanted,
  accepts: (type) => silent(type) || accepts(type),
  rule: null,
})

const itemsPass = (test: (item: Type) => boolean) => (type: Type) =>
  type.kind === 'list' && (silent(type.element) || test(type.element))

const isNumber = (type: Type): boolean => type.kind === 'int' || type.kind === 'number'

export const aList = takes('list', 'a list', (type) => type.kind === 'list')
export const aListOrText = takes('list', 'a list or a text', (type) => type.kind === 'list' || type.kind === 'string')
export const aListOfLists = takes('lists', 'a list of lists', itemsPass((item) => item.kind === 'list'))
export const aListOfNumbers = takes('list', 'a list of numbers', itemsPass(isNumber))
export const aString = (name: string): BuiltinParameter => takes(name, 'a `string`', (type) => type.kind === 'string')
export const aNumber = (name: string): BuiltinParameter => takes(name, 'a number', isNumber)
const anInt = (name: string): BuiltinParameter => takes(name, 'an `int`', (type) => type.kind === 'int')
export const aPositiveInt = (name: string): BuiltinParameter => ({ ...anInt(name), rule: 'positive' })
export const aStaticInt = (name: string): BuiltinParameter => ({ ...anInt(name), rule: 'static' })
export const anyValue = takes('value', 'any value', () => true)

const key = (wanted: string, accepts: (type: Type) => boolean): KeyRule => ({
  wanted,
  accepts: (type) => silent(type) || accepts(type),
})

export const anyKey = key('values', () => true)
export const numberKey = key('numbers', isNumber)
export const boolKey = key('`bool` values', (type) => type.kind === 'bool')
export const orderedKey = key('numbers or texts', (type) => isNumber(type) || type.kind === 'string')

/** The list type of an argument that was accepted as a list; of unknown items where an error was reported. */
export function listAt(inputs: readonly BuiltinArgument[], position: number): ListType {
  const type = inputs[position]?.type
  if (type?.kind === 'list') return type
  return { kind: 'list', element: { kind: 'unknown' }, size: null }
}
