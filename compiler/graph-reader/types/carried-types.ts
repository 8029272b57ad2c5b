import type { ValueId } from '../../graph/index.ts'
import { isTooLarge, listOf, neverType, optionalOf, sizeNumber, someType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { fits, join } from './text-types.ts'

/** How often a type may grow from one size that the graph names to the next one. */
const largerSteps = 8

export interface Widening {
  /** So often the type of a carried value may grow by itself; its lists could grow with every round. */
  readonly changes: number
  /** The sizes that the graph names, ascending: what grows longer is taken to grow as far as the next one. */
  readonly sizes: readonly number[]
}

/**
 * The types of the values that loops carry. A graph does not say them: they are what fits the first value and what every round
 * hands on, found by going through the graph until nothing changes (Kildall 1973; widening as in Cousot and Cousot 1977).
 */
export class CarriedTypes {
  readonly #widening: Widening
  readonly #types = new Map<ValueId, Type>()
  readonly #changes = new Map<ValueId, number>()
  #hasChanged = false

  constructor(widening: Widening) {
    this.#widening = widening
  }

  of(value: ValueId): Type {
    return this.#types.get(value) ?? neverType
  }

  /** Whether a type has changed since this was asked last. */
  takeChange(): boolean {
    const changed = this.#hasChanged
    this.#hasChanged = false
    return changed
  }

  get hasWidened(): boolean {
    return [...this.#changes.values()].some((count) => count > this.#widening.changes)
  }

  /** Makes room for one more type. What has no common type, or one without end, stays: the last pass reports that it does not fit. */
  widen(value: ValueId, type: Type): void {
    const before = this.of(value)
    if (isUnknown(type) || fits(type, before)) return
    const joined = join(before, type)
    if (joined === null || isTooLarge(joined)) return
    const count = (this.#changes.get(value) ?? 0) + 1
    this.#changes.set(value, count)
    const { changes, sizes } = this.#widening
    const larger = count > changes + largerSteps ? [] : sizes
    this.#types.set(value, count > changes ? withSizes(joined, larger) : joined)
    this.#hasChanged = true
  }

  /** Takes the smaller of two types that would both do. */
  narrow(value: ValueId, type: Type): void {
    const before = this.of(value)
    if (isUnknown(type) || !fits(type, before) || fits(before, type)) return
    this.#types.set(value, type)
    this.#hasChanged = true
  }
}

/** What was reported in one pass may be right in the next, with other types. */
const isUnknown = (type: Type): boolean => someType(type, ({ kind }) => kind === 'unknown')

/** The type with each size made one of these, the least that is large enough, or none at all. */
function withSizes(type: Type, sizes: readonly number[]): Type {
  switch (type.kind) {
    case 'list': {
      const { size } = type
      const larger = size?.kind === 'number' ? sizes.find((candidate) => candidate >= size.value) : undefined
      return listOf(withSizes(type.element, sizes), larger === undefined ? null : sizeNumber(larger))
    }
    case 'optional':
      return optionalOf(withSizes(type.inner, sizes))
    case 'record':
      return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: withSizes(field.type, sizes) })) }
    default:
      return type
  }
}
