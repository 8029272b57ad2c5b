import { expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'

/** One call: its arguments, its selector where it has one, and what it gives; `{ code }` is a failure. */
export type BuiltinCase = readonly [inputs: readonly Value[], selector: string | null, result: Value]

/** Tests a builtin by a table. */
export function testBuiltin(name: string, cases: readonly BuiltinCase[]): void {
  test.each(cases)(`${name}(%j), selector %j, is %j`, (inputs, selector, result) => {
    expect(callBuiltin(name, inputs, selector)).toStrictEqual(result)
  })
}

/** Tests that calls of a builtin fail, and why. */
export function testFailure(name: string, code: string, inputs: readonly (readonly Value[])[]): void {
  test.each(inputs.map((one) => [one] as const))(`${name}(%j) fails with ${code}`, (one) => {
    expect(callBuiltin(name, one, null)).toMatchObject({ code })
  })
}
