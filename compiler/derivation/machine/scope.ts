import { typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { bit } from './duties.ts'
import type { Duty } from './duties.ts'

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
  readonly #needKeys = new Map<string | number, string>()
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

  /**
   * Equal where the same values meet the duties, as far as types tell: of each name its type, the duties that it meets, and
   * whether it is among the bits of `usable`; names alike in all that count once.
   */
  needKey(duties: readonly Duty[], usable: number): string {
    const place = duties.length === 0 ? usable : `${usable} ${duties.join()}`
    const known = this.#needKeys.get(place)
    if (known !== undefined) return known
    const kinds = this.names.map(({ type }, position) => {
      const met = duties.map((duty) => ((duty & bit(position)) === 0 ? '-' : '+')).join('')
      return `${typeText(type)} ${met}${(usable & bit(position)) === 0 ? '' : ' usable'}`
    })
    const key = `${duties.length}: ${[...new Set(kinds)].sort().join(', ')}`
    this.#needKeys.set(place, key)
    return key
  }

  /** What the next name is called where that does not matter; no name of the language has a space in it. */
  get openName(): string {
    return `open ${this.names.length}`
  }
}
