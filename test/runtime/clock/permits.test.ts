import { describe, expect, test } from 'vitest'
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

test('a permit that is free is there at once, and none is taken from those who wait', async () => {
  const permits = new Permits(1)
  expect([permits.take(), permits.take()]).toEqual([true, false])
  const waiting = permits.acquire(signal)
  permits.release()
  expect(permits.take()).toBe(false)
  expect(await waiting).toBe(true)
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

describe('parties take turns', () => {
  // The first one to ask gets the permit at once.
  test.each([
    ['one party, in the order it came', 'a1 a2 a3', 'a1 a2 a3'],
    ['one that has much waiting lets the others through', 'a1 a2 a3 a4 b1 c1', 'a1 a2 b1 c1 a3 a4'],
    ['each in its own order', 'a1 a2 a3 b1 b2 b3', 'a1 a2 b1 a3 b2 b3'],
    ['sixty-four requests of one', `${Array.from({ length: 64 }, (_, i) => `a${i}`).join(' ')} b1`,
      `a0 a1 b1 ${Array.from({ length: 62 }, (_, i) => `a${i + 2}`).join(' ')}`],
    ['who gives up loses no turn of its party', 'a1 b1! b2 c1 b3', 'a1 b2 c1 b3'],
    ['a party that gives up altogether is passed over', 'a1 b1! c1 b2!', 'a1 c1'],
  ])('%s', async (_, asked, served) => {
    const permits = new Permits(1)
    const parties = new Map(['a', 'b', 'c'].map((name) => [name, Symbol(name)]))
    const impatient = new AbortController()
    const granted: string[] = []
    const all = asked.split(' ').map(async (name) => {
      const isImpatient = name.endsWith('!')
      if (await permits.acquire(isImpatient ? impatient.signal : signal, parties.get(name.charAt(0)))) granted.push(name)
    })
    impatient.abort()
    for (let turn = 1; turn < served.split(' ').length; turn += 1) permits.release()
    await Promise.all(all)
    expect(granted.join(' ')).toBe(served)
  })
})
