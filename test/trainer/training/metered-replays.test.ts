import { expect, test } from 'vitest'
import type { ModelOutcome } from '../../../runtime/index.ts'
import { executorRows, replayEstimators } from '../../../trainer/credit/index.ts'
import { RequestBatcher } from '../../../trainer/policies/request-batcher.ts'
import { meteredReplays } from '../../../trainer/training/metered-replays.ts'
import { functionScorer } from '../../../trainer/scorers/index.ts'
import { askedClient, lengthScorer, outcomeOf, recorded } from './recorded-design.ts'

const script = 'agent A(x: string) -> string { role "a" }\nworkflow main(x: string) -> string { a = A(x) return A(a) }\n'

test('counts replays, the requests that they made, and those without a score', async () => {
  const own = await recorded(script, askedClient(() => 'a').client)
  const again = askedClient(() => 'b')
  const metered = meteredReplays({
    client: again.client,
    scorer: functionScorer('not b', (value) => (value === 'b' ? null : 1)),
    defaultReplies: {},
  })
  expect(metered.statistics()).toEqual({ replays: 0, requests: 0, unscored: 0 })
  await metered.replay({ ...own, intervention: { kind: 'continue', after: 2 }, draw: 1 })
  expect(metered.statistics()).toEqual({ replays: 1, requests: 0, unscored: 0 })
  await Promise.all([1, 2].map((draw) => metered.replay({ ...own, intervention: { kind: 'resample', call: 0 }, draw })))
  expect(metered.statistics()).toEqual({ replays: 3, requests: 4, unscored: 2 })
  expect(again.asked).toHaveLength(4)
})

test('the replays of all executions are sampled together', async () => {
  const own = await recorded(script, askedClient(() => 'a').client)
  const batches: number[] = []
  const batcher = new RequestBatcher<null, ModelOutcome>((requests) => {
    batches.push(requests.length)
    return requests.map((_, index) => outcomeOf(`reply ${index}`))
  })
  const client = { description: 'batches', complete: () => batcher.ask(null) }
  const trees = Array.from({ length: 3 }, () => ({ task: own.task, designs: [own.design] }))
  const settings = {
    estimator: replayEstimators.counterfactual,
    normalisation: 'mean',
    weighting: 'call',
    reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
  } as const
  const { replay, statistics } = meteredReplays({ client, scorer: lengthScorer, defaultReplies: {} })
  await executorRows(trees, settings, 'executor', replay)
  // Three executions of two calls, two alternatives each. A first call is asked in the first round and what follows in the second, and
  // so is a second call, as what stands before it has to be repeated.
  expect(statistics()).toEqual({ replays: 12, requests: 18, unscored: 0 })
  expect(batches).toEqual([6, 12])
})
