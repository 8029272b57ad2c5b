export interface Pair {
  readonly name: string
  readonly value: string
}

/** Reads `NAME=VALUE`; `null` where there is no name or no `=`. */
export function splitPair(text: string): Pair | null {
  const at = text.indexOf('=')
  return at < 1 ? null : { name: text.slice(0, at).trim(), value: text.slice(at + 1) }
}
