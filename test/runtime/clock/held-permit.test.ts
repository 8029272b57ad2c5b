import { expect, test } from 'vitest'
import { HeldPermit } from '../../../runtime/clock/held-permit.ts'
import { Permits } from '../../../runtime/clock/permits.ts'

const { signal } = new AbortController()

test('a permit is given back once, by whoever comes first', async () => {
  const permits = new Permits(1)
  const held = new HeldPermit(permits)
  expect(held.take()).toBe(true)
  const others = [permits.acquire(signal), permits.acquire(signal)]
  held.release()
  held.release()
  expect(await Promise.race([others[1], Promise.all(others.slice(0, 1)).then(() => 'the first alone')])).toBe('the first alone')
})

test('one that was waited for is held too', async () => {
  const permits = new Permits(1)
  await permits.acquire(signal)
  const held = new HeldPermit(permits)
  const waiting = held.acquire(signal)
  permits.release()
  expect(await waiting).toBe(true)
  expect(permits.take()).toBe(false)
  held.release()
  expect(permits.take()).toBe(true)
})

test('where none was had, there is none to give back', async () => {
  const permits = new Permits(1)
  await permits.acquire(signal)
  const held = new HeldPermit(permits)
  expect(held.take()).toBe(false)
  expect(await held.acquire(AbortSignal.abort())).toBe(false)
  held.release()
  const next = permits.acquire(signal).then(() => 'had')
  expect(await Promise.race([next, new Promise((resolve) => setImmediate(resolve, 'waits'))])).toBe('waits')
})
