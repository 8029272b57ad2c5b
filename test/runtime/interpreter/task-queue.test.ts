import { expect, test, vi } from 'vitest'
import { TaskQueue } from '../../../runtime/interpreter/task-queue.ts'
import { settled } from './start-run.ts'

const queue = (onError: (error: unknown) => void = () => undefined) => new TaskQueue(onError)

test('runs tasks in order, and none inside another or inside the caller', async () => {
  const log: string[] = []
  const tasks = queue()
  tasks.add(() => {
    log.push('a')
    tasks.add(() => log.push('c'))
    log.push('a ends')
  })
  tasks.add(() => log.push('b'))
  expect(log).toEqual([])
  await settled()
  expect(log).toEqual(['a', 'a ends', 'b', 'c'])
})

test('lets the rest of the program have its turn in between', async () => {
  const tasks = queue()
  let done = 0
  const step = (): void => {
    done += 1
    if (done < 50_000) tasks.add(step)
  }
  tasks.add(step)
  await settled()
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(50_000)
  await vi.waitFor(() => {
    expect(done).toBe(50_000)
  })
})

test('after an error nothing runs on', async () => {
  const errors: unknown[] = []
  const log: string[] = []
  const tasks = queue((error) => errors.push(error))
  tasks.add(() => {
    throw new Error('bug')
  })
  tasks.add(() => log.push('late'))
  await settled()
  tasks.add(() => log.push('later'))
  await settled()
  expect([errors, log]).toEqual([[new Error('bug')], []])
})

test('a queue is idle when nothing of it is left, however many tasks there were', async () => {
  const queue = new TaskQueue((error) => {
    throw error
  })
  expect(queue.isIdle).toBe(true)
  let ran = 0
  for (let task = 0; task < 1500; task += 1) queue.add(() => void (ran += 1))
  expect(queue.isIdle).toBe(false)
  await Promise.resolve()
  expect([ran, queue.isIdle]).toEqual([1000, false])
  await new Promise((resolve) => setImmediate(resolve))
  expect([ran, queue.isIdle]).toEqual([1500, true])
})
