/** A parser of the same language, made with another tool. */
export interface PeerParser {
  readonly name: string
  /** The tree of a text; `null` where it has a syntax error. */
  readonly parse: (text: string) => object | null
}

/** All that comes before a parser is built: packages loaded, the grammar read where the tool reads it ahead of time. */
export interface PreparedPeer {
  readonly build: () => PeerParser
}
