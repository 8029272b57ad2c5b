import type { Type } from '../../types/index.ts'

/** A name with a value at some point of the workflow. */
export interface LocalName {
  readonly name: string
  readonly type: Type
  /** An `item` belongs to a `for` or `each`. */
  readonly role: 'parameter' | 'variable' | 'item'
}

let count = 0

/** The visible names, in the order they were bound. One object per sequence of names, so that results can be kept by scope. */
export class Scope {
  readonly id = (count += 1)
  readonly names: readonly LocalName[]
  readonly #parent: Scope | null
  readonly #children = new Map<string, Scope>()
  #anonymous: Scope | null = null

  constructor(parent: Scope | null = null, name: LocalName | null = null) {
    this.#parent = parent
    this.names = parent === null || name === null ? [] : [...parent.names, name]
  }

  /** The scope with one more name; `typeKey` tells its type from others. */
  with(name: LocalName, typeKey: string): Scope {
    const key = `${name.role} ${name.name}: ${typeKey}`
    const known = this.#children.get(key)
    if (known !== undefined) return known
    const made = new Scope(this, name)
    if (this.anonymous === this && (name.role === 'item' || name.name === this.openName)) made.#anonymous = made
    else made.#anonymous = this.anonymous.with(name.role === 'item' ? name : { ...name, name: this.openName }, typeKey)
    this.#children.set(key, made)
    return made
  }

  /** The scope as it was when it had so many names. */
  first(length: number): Scope {
    return this.names.length <= length || this.#parent === null ? this : this.#parent.first(length)
  }

  /**
   * The same for all scopes that differ in what their names are called alone. Items keep their names: how many there are
   * decides whether there may be another.
   */
  get anonymous(): Scope {
    return this.#anonymous ?? this
  }

  /** What the next name is called where that does not matter; no name of the language has a space in it. */
  get openName(): string {
    return `open ${this.names.length}`
  }
}
