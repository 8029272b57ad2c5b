import type { PureOperator, Value } from '../../compiler/index.ts'
import { callBuiltin } from '../builtins/call-builtin.ts'
import { equalValues } from '../values/equal-values.ts'
import { elementAt } from '../values/evaluate.ts'
import { operate } from '../values/operate.ts'
import { renderText } from '../values/render-text.ts'
import { textTooLong } from '../values/size-limits.ts'
import { EvaluationFailed, orThrow } from './halt.ts'

/** A template: strings insert as they are, `null` as nothing, everything else as compact JSON. */
export function text(chunks: TemplateStringsArray, ...inserts: readonly unknown[]): string {
  return chunks.reduce((front, chunk, position) => {
    // Values of a module are values of the language: its types say so.
    const insert = position === 0 ? '' : orThrow(renderText((inserts[position - 1] ?? null) as Value))
    return longEnough(longEnough(front + insert) + chunk)
  }, '')
}

/** The text of each element, one after another. */
export const textOfEach = <Item>(list: readonly Item[], body: (item: Item) => string): string =>
  list.reduce((front, item) => longEnough(front + body(item)), '')

function longEnough(whole: string): string {
  const tooLong = textTooLong(whole.length)
  if (tooLong !== null) throw new EvaluationFailed(tooLong)
  return whole
}

/** Deep equality, as `==` of the language. */
export const equal = (left: unknown, right: unknown): boolean => equalValues(left as Value, right as Value)

/** The element at an index from 0; fails out of range. */
export const element = <Item>(list: readonly Item[], index: number): Item =>
  orThrow(elementAt(list as readonly Value[], index)) as Item

/** A value that the script has found not to be `none`. */
export function there<Present>(value: Present | null | undefined): Present {
  if (value === null || value === undefined) throw new TypeError('the checker let a missing value pass')
  return value
}

/** Stands where no run comes. */
export function never(): never {
  throw new TypeError('the checker let a missing value pass')
}

const number =
  (operator: Exclude<PureOperator, '==' | '!=' | '<' | '<=' | '>' | '>='>) =>
  (left: number, right: number): number =>
    orThrow(operate(operator, left, right)) as number

/** Arithmetic of the language: a result that is no finite number fails, and so does a division by zero. */
export const add = number('+')
export const subtract = number('-')
export const multiply = number('*')
export const divide = number('/')
export const remainder = number('%')

/** The number with the other sign; there is one zero. */
export const negate = (value: number): number => 0 - value

const call = <Result>(name: string, inputs: readonly unknown[], key: string | null = null): Result =>
  orThrow(callBuiltin(name, inputs as readonly Value[], key)) as Result

type Key<Item> = keyof Item & string

// The builtins of the language, typed. `key` names the field that `.field` selects.

export const vote = <Item>(list: readonly Item[], key?: Key<Item>): Item => call('vote', [list], key)
export const best = <Item>(list: readonly Item[], key?: Key<Item>): Item => call('best', [list], key)
export const sort = <Item>(list: readonly Item[], key?: Key<Item>): readonly Item[] => call('sort', [list], key)
export const where = <Item>(list: readonly Item[], key?: Key<Item>): readonly Item[] => call('where', [list], key)
export const count = <Item>(list: readonly Item[], key?: Key<Item>): number => call('count', [list], key)
export const any = <Item>(list: readonly Item[], key?: Key<Item>): boolean => call('any', [list], key)
export const all = <Item>(list: readonly Item[], key?: Key<Item>): boolean => call('all', [list], key)
export const present = <Item>(list: readonly Item[]): readonly NonNullable<Item>[] => call('present', [list])
export const len = (listOrText: readonly unknown[] | string): number => call('len', [listOrText])
export const first = <Item>(list: readonly Item[], n: number): readonly Item[] => call('first', [list, n])
export const last = <Item>(list: readonly Item[]): Item => call('last', [list])
export const concat = <Left, Right>(left: readonly Left[], right: readonly Right[]): readonly (Left | Right)[] =>
  call('concat', [left, right])
export const flatten = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] => call('flatten', [lists])
export const chunk = <Item>(list: readonly Item[], size: number): readonly (readonly Item[])[] => call('chunk', [list, size])
export const range = (n: number): readonly number[] => call('range', [n])
export const sum = (list: readonly number[]): number => call('sum', [list])
export const mean = (list: readonly number[]): number => call('mean', [list])
export const min = (...inputs: readonly [readonly number[]] | readonly [number, number]): number => call('min', inputs)
export const max = (...inputs: readonly [readonly number[]] | readonly [number, number]): number => call('max', inputs)
export const round = (value: number): number => call('round', [value])
export const abs = (value: number): number => call('abs', [value])
/** The number that a text spells, or `null`. */
export const parseNumber = (value: string): number | null => call('number', [value])
/** The whole number that a text spells, or `null`. */
export const parseInt = (value: string): number | null => call('int', [value])
/** A value as a template inserts it. */
export const toText = (value: unknown): string => call('text', [value])
export const json = (value: unknown): string => call('json', [value])
export const lines = (value: string): readonly string[] => call('lines', [value])
export const split = (value: string, separator: string): readonly string[] => call('split', [value, separator])
export const chunks = (value: string, size: number): readonly string[] => call('chunks', [value, size])
export const join = (list: readonly unknown[], separator: string): string => call('join', [list, separator])
export const trim = (value: string): string => call('trim', [value])
export const lower = (value: string): string => call('lower', [value])
export const replace = (value: string, old: string, fresh: string): string => call('replace', [value, old, fresh])
export const contains = (value: string, part: string): boolean => call('contains', [value, part])
