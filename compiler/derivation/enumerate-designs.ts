import { isFinished, startDerivation, take } from './half-program.ts'
import type { HalfProgram } from './half-program.ts'
import type { DerivationSpecification } from './specification.ts'

/** Every program of at most so many choices, finished, in the order of its choices. */
export function* enumerateDesigns(
  specification: DerivationSpecification,
  mostChoices = Number.POSITIVE_INFINITY,
): Generator<HalfProgram> {
  yield* from(startDerivation(specification), mostChoices)
}

function* from(half: HalfProgram, mostChoices: number): Generator<HalfProgram> {
  if (isFinished(half)) yield half
  else if (mostChoices > 0)
    for (const step of half.space.machine.steps(half.position)) yield* from(take(half, step), mostChoices - 1)
}
