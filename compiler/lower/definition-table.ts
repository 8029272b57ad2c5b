/** Definitions by symbol; two symbols of one name get `Name` and `Name#2`. */
export class DefinitionTable<Key extends { readonly name: string }, Definition> {
  readonly #ids = new Map<Key, string>()
  readonly #taken = new Set<string>()
  // Without a prototype, so that `__proto__` is a name like any other.
  readonly #definitions = Object.create(null) as Record<string, Definition>

  /** The id of the symbol; `define` is called the first time only, after the id is taken. */
  idOf(symbol: Key, define: () => Definition): string {
    const known = this.#ids.get(symbol)
    if (known !== undefined) return known
    let id = symbol.name
    for (let count = 2; this.#taken.has(id); count += 1) id = `${symbol.name}#${count}`
    this.#taken.add(id)
    this.#ids.set(symbol, id)
    this.#definitions[id] = define()
    return id
  }

  get definitions(): Readonly<Record<string, Definition>> {
    return this.#definitions
  }
}
