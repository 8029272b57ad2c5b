import type { Machine } from './machine/machine.ts'
import type { Position } from './machine/position.ts'
import { openSpace } from './space/open-space.ts'
import type { DerivationSpecification } from './specification.ts'

/**
 * The exact number of different programs that can be derived: every choice sequence writes its own program, and the ways to go
 * on from equal positions are counted once.
 */
export function countDesigns(specification: DerivationSpecification): bigint {
  const { machine, start } = openSpace(specification)
  return start === null ? 0n : countFrom(machine, start)
}

function countFrom(machine: Machine, start: Position): bigint {
  const counts = new Map<Position, bigint>()
  const count = (position: Position): bigint => {
    const known = counts.get(position)
    if (known !== undefined) return known
    let total = position.frame === null ? 1n : 0n
    for (const { next } of machine.steps(position)) total += count(next)
    counts.set(position, total)
    return total
  }
  return count(start)
}
