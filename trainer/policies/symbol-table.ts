/** Symbols by token id: a network's vocabulary. Symbols are characters, or words such as `role:answer` and `end`. */
export interface SymbolTable {
  readonly symbols: readonly string[]
  /** `null` for a symbol that the table lacks. */
  idOf(symbol: string): number | null
  /** Throws for an id out of range: ids come from the network that was built for this table. */
  symbolOf(id: number): string
}

export function symbolTable(symbols: readonly string[]): SymbolTable {
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]))
  if (ids.size !== symbols.length) throw new Error('a symbol table holds each symbol once')
  return {
    symbols,
    idOf: (symbol) => ids.get(symbol) ?? null,
    symbolOf: (id) => {
      const symbol = symbols[id]
      if (symbol === undefined) throw new RangeError(`no symbol has the id ${id}`)
      return symbol
    },
  }
}
