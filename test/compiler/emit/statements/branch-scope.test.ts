import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('What is known in a branch', () => {
  test('TypeScript sees a condition in line', async () => {
    const code = await codeOf(`a = Maybe(q)
if a != none {
  return A(a)
} else {
  return q
}`)
    expect(code).toBe(`const a = await at.call('main/a', Maybe, { q })
if (a !== null) {
  return at.call('main/if/then/return/A', A, { q: a })
} else {
  return q
}`)
  })

  test('it is told where the condition is a step', async () => {
    const code = await codeOf(`a = Maybe(q)
if a != none and len(a) > 2 {
  return A(a)
} else {
  return q
}`)
    expect(code).toBe(`const a = await at.call('main/a', Maybe, { q })
if (at.value('main/if', () => a !== null && mas.len(a) > 2)) {
  return at.call('main/if/then/return/A', A, { q: mas.there(a) })
} else {
  return q
}`)
  })
})
