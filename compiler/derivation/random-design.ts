import { isFinished, startDerivation, take } from './half-program.ts'
import type { HalfProgram } from './half-program.ts'
import type { DerivationSpecification } from './specification.ts'

/** A finished program, every legal choice as likely at its position; `random` gives numbers from 0 to below 1. */
export function randomDesign(specification: DerivationSpecification, random: () => number): HalfProgram {
  let half = startDerivation(specification)
  while (!isFinished(half)) {
    const steps = half.space.machine.steps(half.position)
    const step = steps[Math.floor(random() * steps.length)]
    if (step === undefined) throw new RangeError('random numbers are at least 0 and below 1')
    half = take(half, step)
  }
  return half
}
