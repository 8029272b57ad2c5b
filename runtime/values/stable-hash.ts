import { hash } from 'node:crypto'

type Part = string | number

/** A number in [0, 2^31) that depends on the parts alone: equal on every machine, in every schedule. */
export function stableHash(...parts: readonly Part[]): number {
  // One character for each byte: every request has a hash, and reading digits back would take a sixth of it.
  const digest = hash('sha256', JSON.stringify(parts), 'latin1')
  const byte = (position: number): number => digest.charCodeAt(position) << (24 - 8 * position)
  return (byte(0) | byte(1) | byte(2) | byte(3)) & 0x7fffffff
}
