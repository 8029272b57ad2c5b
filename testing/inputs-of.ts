import fc from 'fast-check'
import type { Graph, Value } from '../compiler/index.ts'
import { valueOfType } from './value-of-type.ts'

/** Inputs of the types that the workflow declares, extreme ones among them. They shrink to simple ones. */
export const inputsOf = ({ parameters }: Graph): fc.Arbitrary<{ readonly [name: string]: Value }> =>
  fc.record(Object.fromEntries(parameters.map(({ name, type }) => [name, valueOfType(type)])), { noNullPrototype: true })
