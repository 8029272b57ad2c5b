import { describe, expect, test } from 'vitest'
import type { Spending } from '../../../runtime/agent/call-context.ts'
import type { Clock } from '../../../runtime/clock/clock.ts'
import { Permits } from '../../../runtime/clock/permits.ts'
import type { RunEventContent } from '../../../runtime/events/run-event.ts'
import { UsageMeter } from '../../../runtime/events/usage.ts'
import { directIntake } from '../../../runtime/journal/intake.ts'
import type { ModelClient } from '../../../runtime/model/model-client.ts'
import { requestVia } from '../../../runtime/model/request-model.ts'
import { manualClock } from '../manual-clock.ts'
import { failure, mockModel, reply } from '../mock-model.ts'
import { request } from '../request.ts'

function path(model: ModelClient, permits = 1) {
  const events: RunEventContent[] = []
  const usage = new UsageMeter()
  const clock: Clock = { ...manualClock(), after: (_, callback) => (queueMicrotask(callback), () => undefined) }
  const send = requestVia({
    models: new Map([['default', model]]),
    retries: { attempts: 2, firstDelay: 1, factor: 1, longestDelay: 1 },
    permits: new Permits(permits),
    clock,
    intake: directIntake(clock),
    usage,
    emit: (event) => events.push(event),
  })
  return { send, events, usage: () => usage.total(0) }
}

const budget = (left: number): Spending & { spent: number; asked: number } => ({
  spent: 0,
  asked: 0,
  hasLeft() {
    return this.spent < left
  },
  permits() {
    this.asked += 1
    return this.hasLeft()
  },
  spend(tokens) {
    this.spent += tokens
  },
})

const { signal } = new AbortController()

describe('requestVia', () => {
  test('asks the model behind the slot, counts, and tells of it', async () => {
    const { send, events, usage } = path(mockModel(() => reply('a', { finish: 'length', record: { logprobs: [1] } })))
    const account = budget(100)
    const outcome = reply('a', { finish: 'length', record: { logprobs: [1] } })
    expect(await send('default', request(), [account], signal)).toEqual(outcome)
    expect(usage()).toMatchObject({ requests: 1, attempts: 1, prompt_tokens: 10, completion_tokens: 5 })
    expect(account.spent).toBe(5)
    expect(events).toEqual([
      { kind: 'request_started', node: 'main/draft', slot: 'default', request: request() },
      {
        kind: 'request_finished',
        node: 'main/draft',
        slot: 'default',
        attempt: 1,
        turn: 1,
        outcome,
        attempts: 1,
        requests: 1,
        truncated: true,
      },
    ])
  })

  test('a failure counts its tries and spends nothing', async () => {
    const { send, usage } = path(mockModel(() => failure({ transient: true, reachedModel: true })))
    const account = budget(100)
    expect(await send('default', request(), [account], signal)).toMatchObject({ kind: 'failure', code: 'unavailable' })
    expect(usage()).toMatchObject({ requests: 2, attempts: 2, completion_tokens: 0 })
    expect(account.spent).toBe(0)
  })

  test('asks nobody where a budget has nothing left or the signal is aborted', async () => {
    const model = mockModel(() => 'a')
    const { send, events } = path(model)
    const refused = { kind: 'failure', code: 'cancelled', reachedModel: false }
    expect(await send('default', request(), [budget(5), budget(0)], signal)).toMatchObject(refused)
    expect(await send('default', request(), [], AbortSignal.abort())).toMatchObject(refused)
    expect([model.requests, events]).toEqual([[], []])
  })

  test('a request that is given up on its way counts, and does not wait for the client', async () => {
    const controller = new AbortController()
    const never = Promise.withResolvers<string>()
    const { send, usage } = path(mockModel(() => never.promise))
    const outcome = send('default', request(), [], controller.signal)
    await Promise.resolve()
    await Promise.resolve()
    controller.abort()
    expect(await outcome).toMatchObject({ kind: 'failure', code: 'cancelled', reachedModel: true })
    expect(usage()).toMatchObject({ requests: 1, attempts: 1, completion_tokens: 0 })
  })

  test('one that is given up while it waits for a permit never reached a model', async () => {
    const controller = new AbortController()
    const first = Promise.withResolvers<string>()
    const model = mockModel(() => first.promise)
    const { send, usage } = path(model)
    const busy = send('default', request(), [], signal)
    const waiting = send('default', request(), [], controller.signal)
    controller.abort()
    expect(await waiting).toMatchObject({ code: 'cancelled', reachedModel: false })
    first.resolve('a')
    await busy
    expect(model.requests).toHaveLength(1)
    expect(usage()).toMatchObject({ requests: 1, attempts: 1 })
  })

  test('only so many are under way at a time', async () => {
    let underWay = 0
    let most = 0
    const model = mockModel(async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
      return 'a'
    })
    const { send } = path(model, 3)
    await Promise.all(Array.from({ length: 10 }, () => send('default', request(), [], signal)))
    expect([most, model.requests.length]).toEqual([3, 10])
  })

  test('a permit comes back when the client throws, which is a bug', async () => {
    const model: ModelClient = { description: 'broken', complete: () => Promise.reject(new Error('bug')) }
    const { send } = path(model)
    await expect(send('default', request(), [], signal)).rejects.toThrow('bug')
    await expect(send('default', request(), [], signal)).rejects.toThrow('bug')
  })

  test('one that waits for a permit is not sent where the reply before it spends what was left', async () => {
    const model = mockModel(() => 'a')
    const { send } = path(model)
    const account = budget(5)
    const [first, second] = await Promise.all([1, 2].map(() => send('default', request(), [account], signal)))
    expect(first).toEqual(reply('a'))
    expect(second).toMatchObject({ code: 'cancelled', reachedModel: false })
    expect([model.requests.length, account.asked]).toEqual([1, 3])
  })

  test('an unbound slot is a failure', async () => {
    const { send } = path(mockModel(() => 'a'))
    expect(await send('large', request(), [], signal)).toMatchObject({
      kind: 'failure',
      message: 'No model is bound to the slot large.',
    })
  })
})
