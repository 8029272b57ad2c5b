import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangePlace } from '../../runtime/index.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../runtime/index.ts'
import { seededModel, wellTypedProgram } from '../../testing/index.ts'
import type { ProgramOptions } from '../../testing/index.ts'
import { defaultReplaySettings, executorRows, replayEstimators } from '../../trainer/credit/index.ts'
import type { Intervention } from '../../trainer/credit/index.ts'
import { RequestBatcher } from '../../trainer/policies/request-batcher.ts'
import type { Execution } from '../../trainer/rollout/index.ts'
import { meteredReplays } from '../../trainer/training/metered-replays.ts'
import { lengthScorer, recorded, replayed, sampled } from '../trainer/training/recorded-design.ts'
import { propertyRuns } from './property-runs.ts'

/** Agents of all that can go wrong or go on: repairs, tools that are agents, failures. */
const options: ProgramOptions = {
  types: ['enum Kind { sum, product, other }', 'type Solution = { answer: string, points: number }'],
  agents: [
    'Helper(task: string) -> string { max_tokens 7 }',
    'Solver(problem: string, hint: string?) -> Solution { repairs 1 max_tokens 64 }',
    'Router(task: string) -> Kind { max_tokens 8 repairs 0 }',
    'Lead(task: string) -> string { tools Helper max_turns 2 max_tokens 5 }',
  ],
  workflow: 'main(x: string) -> string',
  constructs: {
    expressions: ['name', 'call', 'builtin', 'sample', 'each', 'otherwise', 'default', 'equal', 'logic', 'member', 'field', 'present'],
    builtins: ['text', 'join', 'vote', 'split'],
    strings: ['', 'a'],
  },
  limits: { calls: 24, statements: 6, nesting: 2 },
}

/** A policy that is certain of each reply, whatever seed it is drawn with. */
function certainPolicy(seed: number, failureRate: number): { readonly client: ModelClient; made(): number } {
  const model = seededModel(seed, { failureRate, extremes: 0.02 })
  const calling = ({ tools, messages, node }: ModelRequest): ModelOutcome | null => {
    if (tools.length === 0 || messages.length + node.length + (seed % 2) === 0) return null
    const toolCalls = tools.map(({ name }, index) => ({ id: String(index), name, arguments: JSON.stringify({ task: node }) }))
    return { kind: 'reply', reply: { content: '', toolCalls, finish: 'tool_calls', usage: { promptTokens: 1, completionTokens: 1 } } }
  }
  const turns = new RequestBatcher<null, null>((requests) => requests)
  let made = 0
  const client: ModelClient = {
    description: model.description,
    complete: async (request, signal) => {
      made += signal.aborted ? 0 : 1
      await turns.ask(null)
      const outcome = calling(request) ?? (await model.complete(request, signal))
      return outcome.kind === 'reply' ? { ...outcome, reply: { ...outcome.reply, record: sampled } } : outcome
    },
  }
  return { client, made: () => made }
}

/** Requests that ended after the last reply that a policy gave: what continues after all calls asks them again. */
function endedAfter({ calls, exchanges }: Execution): number {
  const last = calls.at(-1)
  const ended = [...(exchanges ?? [])]
  const first = last === undefined ? 0 : ended.findIndex(([place]) => place === exchangePlace(last)) + 1
  return ended.slice(first).reduce((sum, [, { requests }]) => sum + requests, 0)
}

const reward = { costPerRequest: 0.01, costPerChoice: 0, rejected: -1 }

test('where policies are certain, nothing changes and nothing is asked but the call itself', async () => {
  let calls = 0
  let failures = 0
  await fc.assert(
    fc.asyncProperty(wellTypedProgram(options), fc.nat(1000), fc.constantFrom(0, 0.2), async ({ text }, seed, failureRate) => {
      const { client, made } = certainPolicy(seed, failureRate)
      const own = await recorded(text, client)
      const { execution } = own
      calls += execution.calls.length
      failures += execution.outcome.kind === 'failed' ? 1 : 0
      const asked = async (intervention: Intervention): Promise<number> => {
        const before = made()
        const again = await replayed(own, intervention, client)
        expect(again.execution.outcome).toEqual(execution.outcome)
        expect(again.execution.requests).toBe(execution.requests)
        expect(again.requests).toBe(made() - before)
        return again.requests
      }
      // A request that is given up before it is sent counts in a run, and is none that was made.
      expect(await asked({ kind: 'continue', after: execution.calls.length })).toBeLessThanOrEqual(endedAfter(execution))
      expect(await asked({ kind: 'coalition', nodes: new Set(execution.calls.map(({ node }) => node)) })).toBe(0)
      for (const call of execution.calls.keys()) {
        expect(await asked({ kind: 'resample', call })).toBe(1)
        expect(await asked({ kind: 'continue', after: call })).toBeGreaterThanOrEqual(1)
      }
      for (const estimator of Object.values(replayEstimators)) {
        const { replay } = meteredReplays({ client, scorer: lengthScorer, defaultReplies: {} })
        const settings = { estimator, normalisation: 'mean', weighting: 'call', reward, replays: { ...defaultReplaySettings, permutations: 1 } } as const
        const rows = await executorRows([{ task: own.task, designs: [own.design] }], settings, 'executor', replay)
        for (const { record } of rows) {
          const [advantage] = record.advantages ?? []
          if (estimator.name === 'shapley') expect(advantage).toBeTypeOf('number')
          else expect(advantage).toBe(0)
        }
      }
    }),
    { numRuns: propertyRuns(40) },
  )
  expect(calls).toBeGreaterThan(40)
  expect(failures).toBeGreaterThan(2)
})
