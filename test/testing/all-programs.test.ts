import { expect, test } from 'vitest'
import { allPrograms } from '../../testing/index.ts'

const options = { agents: ['Echo(task: string) -> string'], workflow: 'main(task: string) -> string', limits: { calls: 3, statements: 2 } }

test('allPrograms gives every program up to a size once, and the same ones each time', () => {
  const counts = [2, 3, 4, 5].map((size) => {
    const texts = [...allPrograms(size, options)].map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
    expect([...allPrograms(size, options)].map(({ text }) => text)).toEqual(texts)
    return texts.length
  })
  expect(counts).toEqual([3, 8, 28, 84])
})
