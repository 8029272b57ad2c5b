import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph, Value } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { RunOutcome } from '../../runtime/index.ts'
import { everySlot, graphOf, inputsOf } from '../../testing/index.ts'
import { mockModel } from '../runtime/mock-model.ts'
import { sequentialMeaning } from '../runtime/sequential-meaning.ts'
import { ProgramWorld } from './program-world.ts'
import type { Wait } from './program-world.ts'
import { propertyRuns } from './property-runs.ts'
import { teamPrograms } from './team-programs.ts'

interface Ran {
  readonly outcome: RunOutcome
  readonly world: ProgramWorld
  readonly somethingFailed: boolean
}

interface Given {
  readonly graph: Graph
  readonly inputs: { readonly [name: string]: Value }
  readonly seed: number
  readonly failureRate: number
}

async function ran({ graph, inputs, seed, failureRate }: Given, wait: Wait): Promise<Ran> {
  const world = new ProgramWorld(graph, seed, failureRate)
  const model = mockModel(async (request) => {
    await wait(request.node)
    return world.reply(request)
  })
  const { events, result } = runWorkflow({ graph, inputs, models: everySlot(graph, model), tools: world.tools(wait), seed })
  let somethingFailed = false
  for await (const event of events) {
    if (event.kind === 'node_finished' && event.outcome.kind === 'failed') somethingFailed = true
  }
  return { outcome: (await result).outcome, world, somethingFailed }
}

test('a program comes to what its statements come to one after another, whatever finishes first', async () => {
  let quiet = 0
  const rates = fc.constantFrom(0, 0, 0.1, 0.3)
  await fc.assert(
    fc.asyncProperty(teamPrograms, fc.nat(), rates, fc.scheduler(), async (program, seed, failureRate, scheduler) => {
      const graph = graphOf(program)
      const [inputs = {}] = fc.sample(inputsOf(graph), { numRuns: 1, seed })
      const given = { graph, inputs, seed, failureRate }
      const reference = new ProgramWorld(graph, seed, failureRate)
      const called: string[] = []
      const meaning = sequentialMeaning(graph, inputs, (call) => {
        if (call.kind === 'agent') called.push(call.node)
        return reference.answer(call)
      })
      const inOrder = await ran(given, () => Promise.resolve())
      const shuffled = await scheduler.waitFor(ran(given, (label) => scheduler.schedule(Promise.resolve(), label)))

      expect(shuffled.outcome).toEqual(inOrder.outcome)
      const { outcome } = shuffled
      expect(outcome.kind === 'failed' ? { kind: outcome.kind, node: outcome.node } : outcome).toEqual(meaning)
      for (const { world } of [inOrder, shuffled]) expect(world.written).toEqual(reference.written)
      if (inOrder.somethingFailed) return
      quiet += 1
      expect(shuffled.world.asked).toEqual(inOrder.world.asked)
      expect(shuffled.world.used).toEqual(inOrder.world.used)
      expect([...shuffled.world.asked.keys()]).toEqual(expect.arrayContaining(called))
    }),
    { numRuns: propertyRuns(60) },
  )
  expect(quiet).toBeGreaterThan(10)
})
