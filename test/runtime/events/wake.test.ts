import { expect, test } from 'vitest'
import { Wake } from '../../../runtime/events/wake.ts'

test('wakes all who wait, and nobody who comes later', async () => {
  const wake = new Wake()
  const woken: string[] = []
  const wait = (name: string) => void wake.wait().then(() => woken.push(name))
  wake.all()
  wait('a')
  wait('b')
  await Promise.resolve()
  expect(woken).toEqual([])
  wake.all()
  wait('c')
  await new Promise(setImmediate)
  expect(woken).toEqual(['a', 'b'])
})
