import { expect, test } from 'vitest'
import { graphOf } from '../../testing/index.ts'

const text = `agent A(x: string) -> string { model "small" }
agent B(x: string) -> string { model "large" }
workflow other(x: string) -> string { return A(x) }
workflow main(x: string) -> string { return B(A(x)) }`

test('graphOf gives the graph of the workflow named', () => {
  expect(graphOf({ text, workflow: 'other' }).workflow).toBe('other')
  expect(graphOf({ text, workflow: 'main' }).bounds.calls).toBe(2)
})

test('graphOf says why a program does not compile', () => {
  expect(() => graphOf({ text: 'workflow main(x: string) -> string { return y }', workflow: 'main' })).toThrow(/does not compile: .*`y`/)
})
