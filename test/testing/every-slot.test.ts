import { expect, test } from 'vitest'
import { everySlot, graphOf, seededModel } from '../../testing/index.ts'

const text = `agent A(x: string) -> string { model "small" }
agent B(x: string) -> string { model "large" }
agent C(x: string) -> string { model "large" }
workflow main(x: string) -> string { return C(B(A(x))) }`

test('everySlot binds every slot of the graph to the client, once', () => {
  const client = seededModel(1)
  expect([...everySlot(graphOf({ text, workflow: 'main' }), client)]).toEqual([['small', client], ['large', client]])
})
