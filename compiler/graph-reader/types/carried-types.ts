import type { ValueId } from '../../graph/index.ts'
import { isTooLarge, listOf, neverType, optionalOf, someType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { fits, join } from './text-types.ts'

/** So often the type of a carried value grows before its lists lose their sizes: they could grow with every round. */
const changesBeforeWidening = 8

/**
 * The types of the values that loops carry. A graph does not say them: they are what fits the first value and what every round
 * hands on, found by going through the graph until nothing changes (Kildall 1973; widening as in Cousot and Cousot 1977).
 */
export class CarriedTypes {
  readonly #types = new Map<ValueId, Type>()
  readonly #changes = new Map<ValueId, number>()
  #hasChanged = false

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
    return [...this.#changes.values()].some((count) => count > changesBeforeWidening)
  }

  /** Makes room for one more type. What has no common type, or one without end, stays: the last pass reports that it does not fit. */
  widen(value: ValueId, type: Type): void {
    const before = this.of(value)
    if (isUnknown(type) || fits(type, before)) return
    const joined = join(before, type)
    if (joined === null || isTooLarge(joined)) return
    const count = (this.#changes.get(value) ?? 0) + 1
    this.#changes.set(value, count)
    this.#types.set(value, count > changesBeforeWidening ? withoutSizes(joined) : joined)
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

function withoutSizes(type: Type): Type {
  switch (type.kind) {
    case 'list':
      return listOf(withoutSizes(type.element), null)
    case 'optional':
      return optionalOf(withoutSizes(type.inner))
    case 'record':
      return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: withoutSizes(field.type) })) }
    default:
      return type
  }
}
