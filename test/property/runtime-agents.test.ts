import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runWorkflow } from '../../runtime/interpreter/run-workflow.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { mockModel } from '../runtime/mock-model.ts'
import { agentTeam, answerOfTeam } from './agent-team.ts'
import { propertyRuns } from './property-runs.ts'

test('whatever models answer, in whatever order, a call of an agent ends within its bounds and comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(agentTeam, fc.nat(10_000), fc.scheduler(), async (of, seed, scheduler) => {
      const runOnce = (wait: (label: string) => Promise<void>) => {
        const model = mockModel(async (request) => {
          await wait(request.node)
          return answerOfTeam(seed, request)
        })
        const call = async (inputs: unknown, { node }: { readonly node: string }) => {
          await wait(node)
          const failed = stableHash(seed, node) % 3 === 0
          return failed
            ? ({ kind: 'failed', message: 'no' } as const)
            : ({ kind: 'ok', value: JSON.stringify(inputs) } as const)
        }
        const tools = new Map(['host:look', 'host:write'].map((from) => [from, { call }]))
        return runWorkflow({ graph: of, inputs: {}, models: new Map([['default', model]]), tools, seed }).result
      }
      const inOrder = await runOnce(() => Promise.resolve())
      const shuffled = await scheduler.waitFor(runOnce((label) => scheduler.schedule(Promise.resolve(), label)))
      expect(shuffled.outcome).toEqual(inOrder.outcome)
      if (inOrder.outcome.kind === 'ok')
        expect(shuffled.usage).toMatchObject({ ...inOrder.usage, seconds: expect.any(Number) as number })
      for (const { usage } of [inOrder, shuffled]) {
        expect(usage.requests).toBeLessThanOrEqual(of.bounds.calls)
        expect(usage.tool_calls).toBeLessThanOrEqual(of.bounds.tool_calls)
        expect(usage.completion_tokens).toBeLessThanOrEqual(of.bounds.tokens)
      }
    }),
    { numRuns: propertyRuns(500) },
  )
})
