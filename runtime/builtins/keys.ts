import type { Value } from '../../compiler/index.ts'
import { expectList } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { fieldOf } from '../values/record.ts'

export interface Keyed {
  readonly item: Value
  readonly key: Value
}

/** The elements with what the selector picks of each; without a selector an element is its own key. */
export const keyed = (list: Value | undefined, selector: string | null): readonly Keyed[] =>
  expectList(list).map((item) => ({ item, key: selector === null ? item : fieldOf(item, selector) }))

export const emptyList = (name: string): Failure => new Failure('empty_list', `${name}() needs a list that is not empty.`)
