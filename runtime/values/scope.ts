import type { Value, ValueId } from '../../compiler/index.ts'

/** Values by id, looked up outwards: an iteration of a loop has a scope of its own inside the loop's. */
export class Scope {
  readonly #values = new Map<ValueId, Value>()
  readonly #outer: Scope | null

  constructor(outer: Scope | null = null) {
    this.#outer = outer
  }

  set(id: ValueId, value: Value): void {
    this.#values.set(id, value)
  }

  /** The value of `id`. The order of the graph sees to it that it is there. */
  get(id: ValueId): Value {
    const own = this.#values.get(id)
    if (own !== undefined) return own
    for (let scope = this.#outer; scope !== null; scope = scope.#outer) {
      const value = scope.#values.get(id)
      if (value !== undefined) return value
    }
    throw new Error(`the graph reads ${id} before it is defined`)
  }
}
