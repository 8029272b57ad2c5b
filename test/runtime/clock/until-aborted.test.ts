import { expect, test } from 'vitest'
import { untilAborted } from '../../../runtime/clock/until-aborted.ts'

test('gives what the promise comes to', async () => {
  const { signal } = new AbortController()
  expect(await untilAborted(Promise.resolve('a'), signal)).toBe('a')
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
})

test('gives null as soon as the signal is aborted, and drops what comes later', async () => {
  const controller = new AbortController()
  const { promise, reject } = Promise.withResolvers<string>()
  const result = untilAborted(promise, controller.signal)
  controller.abort()
  expect(await result).toBe(null)
  reject(new Error('late'))
})

test('an aborted signal wins over a promise that fails', async () => {
  expect(await untilAborted(Promise.reject(new Error('no')), AbortSignal.abort())).toBe(null)
})
