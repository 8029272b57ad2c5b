import fc from 'fast-check'
import type { Graph, Value } from '../compiler/index.ts'
import { seededNumbers, seededValue } from './seeded-values.ts'

/** Inputs of the types that the workflow declares, extreme ones among them. */
export const inputsOf = ({ parameters }: Graph): fc.Arbitrary<{ readonly [name: string]: Value }> =>
  fc.nat().map((seed) =>
    Object.fromEntries(parameters.map(({ name, type }) => [name, seededValue(type, seededNumbers(seed, name), 0.2)])),
  )
