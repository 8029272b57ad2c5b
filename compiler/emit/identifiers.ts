/** Words that a TypeScript module cannot use for a name of a script's, or that its own code needs. */
const reserved = new Set(
  (
    'mas at inputs settings Promise undefined arguments eval await async break case catch class const continue debugger ' +
    'default delete do else enum export extends false finally for function if implements import in instanceof interface let ' +
    'new null ' +
    'package private protected public return static super switch this throw true try typeof var void while with yield ' +
    'any boolean number string symbol object unknown never bigint Object'
  ).split(' '),
)

/** Hands out identifiers that are taken nowhere: `draft`, then `draft2`. */
export class Identifiers {
  readonly #outer: Identifiers | null
  readonly #taken = new Set<string>()

  constructor(outer: Identifiers | null = null) {
    this.#outer = outer
  }

  take(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`
      if (reserved.has(name) || this.#isTaken(name)) continue
      this.#taken.add(name)
      return name
    }
  }

  #isTaken(name: string): boolean {
    if (this.#taken.has(name)) return true
    return this.#outer !== null && this.#outer.#isTaken(name)
  }
}

export const lowerFirst = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
export const upperFirst = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`

/** A field's name in an object literal. `__proto__` would set the prototype otherwise. */
export const fieldKey = (name: string): string => (name === '__proto__' ? `['__proto__']` : name)

/** `{ name: value, … }`, short where a field has the name of its variable. */
export function objectText(fields: readonly (readonly [name: string, value: string])[]): string {
  if (fields.length === 0) return '{}'
  const isShort = (name: string, value: string): boolean => name === value && name !== '__proto__'
  return `{ ${fields.map(([name, value]) => (isShort(name, value) ? name : `${fieldKey(name)}: ${value}`)).join(', ')} }`
}

/** `{ name, other: variable, … }` of a parameter: the pattern that gives fields the names of their variables. */
export const bindingText = (fields: readonly (readonly [name: string, variable: string])[]): string =>
  `{ ${fields.map(([name, variable]) => (name === variable ? name : `${name}: ${variable}`)).join(', ')} }`
