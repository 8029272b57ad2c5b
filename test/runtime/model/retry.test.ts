import { describe, expect, test } from 'vitest'
import type { ModelOutcome } from '../../../runtime/model/model-client.ts'
import { completeWithRetries } from '../../../runtime/model/retry.ts'
import type { RetryPolicy } from '../../../runtime/model/retry.ts'
import { manualClock } from '../manual-clock.ts'
import { failure, mockModel, reply } from '../mock-model.ts'
import { request } from '../request.ts'

const policy: RetryPolicy = { attempts: 3, firstDelay: 2, factor: 3, longestDelay: 10 }
const transient = (settings: Parameters<typeof failure>[0] = {}) => failure({ transient: true, ...settings })

/** Tries with these answers in turn; time passes whenever somebody waits for it. The delays are what was waited. */
async function tries(answers: readonly ModelOutcome[], of = policy, seed = 7) {
  const clock = manualClock()
  const delays: number[] = []
  const patient = {
    now: () => clock.now(),
    after(seconds: number, callback: () => void) {
      delays.push(seconds)
      queueMicrotask(callback)
      return () => undefined
    },
  }
  let next = 0
  const model = mockModel(() => answers[next++] ?? failure())
  const asked = request({ sampling: { temperature: null, topP: null, maximumTokens: 1, seed } })
  return { ...(await completeWithRetries(model, asked, of, patient, new AbortController().signal)), delays }
}

describe('completeWithRetries', () => {
  test('a reply is final', async () => {
    expect(await tries([reply('a')])).toEqual({ outcome: reply('a'), attempts: 1, requests: 1, delays: [] })
  })

  test('a failure that would come again is final', async () => {
    expect(await tries([failure()])).toMatchObject({ outcome: failure(), attempts: 1, requests: 0, delays: [] })
  })

  test('tries again after transient failures, and counts those that reached a model', async () => {
    const { outcome, attempts, requests } = await tries([transient(), transient({ reachedModel: true }), reply('a')])
    expect({ outcome, attempts, requests }).toEqual({ outcome: reply('a'), attempts: 3, requests: 2 })
  })

  test('gives up after so many tries', async () => {
    expect(await tries([transient(), transient(), transient(), reply('a')])).toMatchObject({
      outcome: transient(),
      attempts: 3,
      requests: 0,
    })
  })

  test('waits longer each time, half of it at random, and repeatably', async () => {
    const { delays } = await tries([transient(), transient(), reply('a')])
    expect(delays[0]).toBeGreaterThanOrEqual(1)
    expect(delays[0]).toBeLessThan(2)
    expect(delays[1]).toBeGreaterThanOrEqual(3)
    expect(delays[1]).toBeLessThan(6)
    expect((await tries([transient(), transient(), reply('a')])).delays).toEqual(delays)
    expect((await tries([transient(), transient(), reply('a')], policy, 8)).delays).not.toEqual(delays)
  })

  test('never waits longer than it may', async () => {
    const { delays } = await tries([transient(), transient(), reply('a')], { ...policy, factor: 100 })
    expect(delays[1]).toBeLessThan(10)
  })

  test('waits as long as the server asks, unless that is too long', async () => {
    expect((await tries([transient({ retryAfter: 9 }), reply('a')])).delays).toEqual([9])
    expect(await tries([transient({ retryAfter: 11 }), reply('a')])).toMatchObject({ attempts: 1, outcome: { kind: 'failure' } })
    const early = await tries([transient({ retryAfter: 0.1 }), reply('a')])
    expect(early.delays[0]).toBeGreaterThanOrEqual(1)
  })

  test('an abort while waiting ends it', async () => {
    const clock = manualClock()
    const controller = new AbortController()
    const model = mockModel(() => transient())
    const result = completeWithRetries(model, request(), policy, clock, controller.signal)
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    expect(clock.pending()).toHaveLength(1)
    controller.abort()
    expect(await result).toMatchObject({ outcome: transient(), attempts: 1 })
    expect(model.requests).toHaveLength(1)
    expect(clock.pending()).toEqual([])
  })
})
