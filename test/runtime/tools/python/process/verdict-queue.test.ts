import { expect, test } from 'vitest'
import { VerdictQueue } from '../../../../../runtime/tools/python/process/verdict-queue.ts'

test('what happens is taken once, in order, by one that waits or comes later', async () => {
  const queue = new VerdictQueue<string>()
  const waiting = queue.take()
  queue.put('first')
  queue.put('second')
  expect(await waiting).toBe('first')
  expect(await queue.take()).toBe('second')
})

test('a flood is not kept', async () => {
  const queue = new VerdictQueue<number>()
  for (let number = 0; number < 1000; number += 1) queue.put(number)
  for (let number = 0; number < 4; number += 1) expect(await queue.take()).toBe(number)
  const waiting = queue.take()
  queue.put(-1)
  expect(await waiting).toBe(-1)
})
