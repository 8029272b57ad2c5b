import { expect, test } from 'vitest'
import { Permits } from '../../../runtime/clock/permits.ts'

const { signal } = new AbortController()

test('grants so many at a time, then in the order they came', async () => {
  const permits = new Permits(2)
  const granted: string[] = []
  const ask = async (name: string) => {
    await permits.acquire(signal)
    granted.push(name)
  }
  const all = Promise.all(['a', 'b', 'c', 'd'].map(ask))
  await Promise.resolve()
  expect(granted).toEqual(['a', 'b'])
  permits.release()
  permits.release()
  await all
  expect(granted).toEqual(['a', 'b', 'c', 'd'])
})

test('a permit that nobody waits for is kept', async () => {
  const permits = new Permits(1)
  await permits.acquire(signal)
  permits.release()
  expect(await permits.acquire(signal)).toBe(true)
})

test('whoever gives up waiting takes no permit', async () => {
  const permits = new Permits(1)
  await permits.acquire(signal)
  const impatient = new AbortController()
  const gaveUp = permits.acquire(impatient.signal)
  const patient = permits.acquire(signal)
  impatient.abort()
  expect(await gaveUp).toBe(false)
  permits.release()
  expect(await patient).toBe(true)
  expect(await permits.acquire(AbortSignal.abort())).toBe(false)
})
