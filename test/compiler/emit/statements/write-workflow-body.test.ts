import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Bodies', () => {
  test('names that TypeScript or the module itself needs are written otherwise', async () => {
    const code = await codeOf(`at = A(q)
await = A(at)
return await`)
    expect(code).toBe(`const at2 = await at.call('main/at', A, { q })
return at.call('main/await', A, { q: at2 })`)
  })

  test('of a workflow that calls nothing', async () => {
    const code = await codeOf(`return q`)
    expect(code).toBe(`return q`)
  })
})
