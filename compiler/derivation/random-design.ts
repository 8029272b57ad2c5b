import { isFinished, startDerivation, take } from './half-program.ts'
import type { HalfProgram } from './half-program.ts'
import type { Step } from './machine/position.ts'
import type { DerivationSpecification } from './specification.ts'

/** A finished program, every legal choice as likely at its position; `random` gives numbers from 0 to below 1. */
export function randomDesign(specification: DerivationSpecification, random: () => number): HalfProgram {
  let half = startDerivation(specification)
  while (!isFinished(half)) half = take(half, randomStep(half, random))
  return half
}

/** Draws until a choice is legal, which asks less than knowing all the legal ones does. */
function randomStep({ space: { machine }, position }: HalfProgram, random: () => number): Step {
  const options = [...machine.options(position)]
  while (options.length > 0) {
    const drawn = Math.floor(random() * options.length)
    const option = options[drawn]
    if (option === undefined) throw new RangeError('random numbers are at least 0 and below 1')
    const step = machine.step(position, option)
    if (step !== null) return step
    options.splice(drawn, 1)
  }
  throw new Error('every position that is not finished has a legal choice')
}
