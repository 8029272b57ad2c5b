import type * as fc from 'fast-check'
import { randomDesign } from '../compiler/derivation/index.ts'
import type { DerivationSpecification, HalfProgram } from '../compiler/derivation/index.ts'

const below = 2 ** 31

/** A finished program by the random numbers of fast-check. */
export const randomProgram = (specification: DerivationSpecification, random: fc.Random): HalfProgram =>
  randomDesign(specification, () => random.nextInt(0, below - 1) / below)
