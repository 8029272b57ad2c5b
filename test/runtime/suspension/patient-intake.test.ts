import { expect, test } from 'vitest'
import { directIntake } from '../../../runtime/journal/intake.ts'
import type { Place } from '../../../runtime/journal/intake.ts'
import { PatientIntake } from '../../../runtime/suspension/patient-intake.ts'
import { manualClock } from '../manual-clock.ts'

const { signal } = new AbortController()

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function setup() {
  const clock = manualClock()
  const rests: number[] = []
  const state = { idle: true, pending: false }
  const inner = { ...directIntake(clock), isPending: () => state.pending }
  const intake = new PatientIntake(inner, { isIdle: () => state.idle, onRest: (waiting) => rests.push(waiting) })
  const reached: string[] = []
  const limit = (name: string, seconds: number) => intake.after(name, seconds, () => reached.push(name))
  /** Begins something that ends when the answer says so. */
  const begin = (place: Place) => {
    const { promise, resolve } = Promise.withResolvers<null>()
    void intake.take({ place, asked: null, signal, make: () => promise, keep: () => null, read: () => null })
    return async () => {
      resolve(null)
      await turn()
    }
  }
  const call = (node: string) => begin({ kind: 'tool', node, round: 0 })
  const wait = (node: string) => begin({ kind: 'answer', node, round: 0 })
  return { clock, intake, rests, state, reached, limit, call, wait }
}

test('a run rests where only calls that wait for a person are left, and nothing is to be done', async () => {
  const { call, wait, rests, state } = setup()
  const end = call('main/other')
  wait('main/pay')
  await turn()
  expect(rests).toEqual([])
  state.idle = false
  await end()
  await turn()
  expect(rests).toEqual([])
  state.idle = true
  await turn()
  expect(rests).toEqual([1])
})

test('a run in which something has come in that has not taken effect does not rest yet', async () => {
  const { wait, rests, state } = setup()
  state.pending = true
  wait('main/pay')
  await turn()
  await turn()
  expect(rests).toEqual([])
  state.pending = false
  await turn()
  expect(rests).toEqual([1])
})

test('a run in which nobody is waited for never rests', async () => {
  const { call, rests } = setup()
  await call('main/other')()
  await turn()
  expect(rests).toEqual([])
})

test('the time-out of an agent stands still while a call of its model waits, however deep, and goes on with what is left', async () => {
  const { clock, limit, wait, call, reached } = setup()
  call('main/other')
  limit('main/a timeout', 10)
  limit('main/b timeout', 29.5)
  clock.advance(4)
  const answer = wait('main/a/Clerk[1]/pay[1]')
  clock.advance(20)
  expect(reached).toEqual([])
  await answer()
  clock.advance(5)
  expect(reached).toEqual([])
  clock.advance(1)
  expect(reached).toEqual(['main/b timeout', 'main/a timeout'])
})

test('all limits stand still while the run rests, those that are set then too', async () => {
  const { clock, limit, wait, call, reached } = setup()
  limit('budget', 10)
  clock.advance(9)
  const answer = wait('main/pay')
  clock.advance(0.5)
  await turn()
  limit('late', 1)
  clock.advance(1000)
  expect(reached).toEqual([])
  call('main/other')
  clock.advance(0.5)
  expect(reached).toEqual(['budget'])
  clock.advance(0.5)
  expect(reached).toEqual(['budget', 'late'])
  await answer()
})

test('what was called off is not reached', async () => {
  const { clock, limit, wait, reached } = setup()
  const cancel = limit('budget', 10)
  const answer = wait('main/pay')
  await turn()
  cancel()
  await answer()
  clock.advance(100)
  expect(reached).toEqual([])
  expect(clock.pending()).toEqual([])
})
