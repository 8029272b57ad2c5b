import { expect, test } from 'vitest'
import { meteredReplays } from '../../../trainer/training/metered-replays.ts'
import { askedClient, lengthScorer, recorded } from './recorded-design.ts'

const script = 'agent A(x: string) -> string { role "a" }\nworkflow main(x: string) -> string { a = A(x) return A(a) }\n'

test('counts replays, the requests that they made, and those without a score', async () => {
  const own = await recorded(script, askedClient(() => 'a').client)
  const again = askedClient(() => 'b')
  const metered = meteredReplays({
    client: again.client,
    scorer: { ...lengthScorer, score: (_, outcome) => (outcome.kind === 'ok' && outcome.value === 'b' ? null : 1) },
    defaultReplies: {},
  })
  expect(metered.statistics()).toEqual({ replays: 0, requests: 0, unscored: 0 })
  await metered.replay({ ...own, intervention: { kind: 'continue', after: 2 }, draw: 1 })
  expect(metered.statistics()).toEqual({ replays: 1, requests: 0, unscored: 0 })
  await Promise.all([1, 2].map((draw) => metered.replay({ ...own, intervention: { kind: 'resample', call: 0 }, draw })))
  expect(metered.statistics()).toEqual({ replays: 3, requests: 4, unscored: 2 })
  expect(again.asked).toHaveLength(4)
})
