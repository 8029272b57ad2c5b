import { hash } from 'node:crypto'

type Part = string | number

/** A number in [0, 2^31) that depends on the parts alone: equal on every machine, in every schedule. */
export function stableHash(...parts: readonly Part[]): number {
  return Number.parseInt(hash('sha256', JSON.stringify(parts), 'hex').slice(0, 8), 16) % 2 ** 31
}
