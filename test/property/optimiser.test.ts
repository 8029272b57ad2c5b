import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGraph } from '../../compiler/graph-reader/index.ts'
import { optimise } from '../../compiler/index.ts'
import type { Graph, OptimisedGraph } from '../../compiler/index.ts'
import { graphOf as graphOfProgram, inputsOf, wellTypedProgram } from '../../testing/index.ts'
import { allNodes, graphOf } from '../compiler/compile/compile-source.ts'
import { optimisableProgram } from './optimisable-program.ts'
import { seenRun } from './optimised-runs.ts'
import type { SeenRun, World } from './optimised-runs.ts'
import { propertyRuns } from './property-runs.ts'

const namesOf = (graph: Graph): readonly string[] => allNodes(graph.body).map(({ node }) => node.name)

/** What the optimiser may do to any graph. */
function expectSound(written: Graph, made: OptimisedGraph): void {
  const names = namesOf(made.graph)
  const gone = new Set(made.changes.flatMap(({ kind, node }) => (kind === 'early_vote' ? [] : [node])))
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => gone.has(name))).toEqual([])
  const left = new Set(names)
  expect(names).toEqual(namesOf(written).filter((name) => left.has(name)))
  for (const measure of ['calls', 'tool_calls', 'tokens'] as const) {
    expect(made.graph.bounds[measure]).toBeLessThanOrEqual(written.bounds[measure])
  }
  const again = optimise(made.graph)
  expect(again.changes).toEqual([])
  expect(again.graph).toEqual(made.graph)
}

function expectWithin({ bounds }: Graph, { usage, depth }: SeenRun): void {
  expect(usage.requests).toBeLessThanOrEqual(bounds.calls)
  expect(usage.tool_calls).toBeLessThanOrEqual(bounds.tool_calls)
  expect(usage.completion_tokens).toBeLessThanOrEqual(bounds.tokens)
  expect(depth).toBeLessThanOrEqual(bounds.depth)
}

/** How often something was seen that shows the law to be about something. */
interface Seen {
  runs: number
  dropped: number
  merged: number
  early_vote: number
  saved: number
  /** Runs in which a call failed that the optimised graph does not make. */
  droppedFailures: number
  failures: number
}

async function expectSameMeaning(written: Graph, world: World, seen: Seen): Promise<void> {
  const made = optimise(written)
  expectSound(written, made)
  expect(readGraph(JSON.stringify(made.graph)).problems).toEqual([])
  const [before, after] = [await seenRun(written, world), await seenRun(made.graph, world)]
  expectWithin(made.graph, after)
  seen.runs += 1
  for (const kind of ['dropped', 'merged', 'early_vote'] as const) if (made.changes.some((change) => change.kind === kind)) seen[kind] += 1
  if (after.usage.saved_requests > 0) seen.saved += 1
  const merged = new Set(made.changes.flatMap(({ kind, node }) => (kind === 'merged' ? [node] : [])))
  const leftOut = [...before.failed].filter((node) => !after.started.has(node) && !merged.has(before.started.get(node) ?? ''))
  if (leftOut.length > 0) {
    seen.droppedFailures += 1
    return
  }
  if (before.outcome.kind === 'failed') seen.failures += 1
  expect(after.outcome).toEqual(before.outcome)
  expect(after.effects).toEqual(before.effects)
  if (before.cutShort) return
  expect(after.usage.requests).toBeLessThanOrEqual(before.usage.requests)
  expect(after.usage.tool_calls).toBeLessThanOrEqual(before.usage.tool_calls)
  expect([...after.asked].filter((node) => !before.asked.has(node))).toEqual([])
  expect(after.usage.requests + after.usage.saved_requests).toBeLessThanOrEqual(made.graph.bounds.calls)
}

/** Each was seen in more than such a share of the runs. */
function expectShares({ runs, ...seen }: Seen, least: Partial<Omit<Seen, 'runs'>>): void {
  for (const [what, share] of Object.entries(least)) expect([what, seen[what as keyof typeof seen] / runs > share]).toEqual([what, true])
}

const nothingSeen = (): Seen => ({ runs: 0, dropped: 0, merged: 0, early_vote: 0, saved: 0, droppedFailures: 0, failures: 0 })
const failureRates = fc.constantFrom(0, 0, 0.05, 0.2)

/** One for all tests: what has been worked out for one program serves the next. */
const programs = wellTypedProgram({
  types: ['enum Kind { sum, other }'],
  tools: ['lookup(key: string) -> string from "host:lookup" pure', 'store(key: string) -> string from "host:store"'],
  agents: [
    'Cold(task: string) -> string { max_tokens 8 temperature 0 }',
    'Hot(task: string) -> Kind { max_tokens 8 repairs 0 }',
    'Maybe(task: string) -> string? { max_tokens 8 repairs 0 }',
  ],
  workflow: 'part(task: string, words: string[3]) -> string',
  limits: { calls: 10 },
})

/** Calls the workflow again, for nothing, and for a vote. */
const around = `
workflow main(task: string, words: string[3]) -> string {
  first = part(task, words)
  _ = part(task, words)
  again = part(task, words)
  voted = vote(sample 3 of part(task, words))
  return "{{first}} {{again}} {{voted}}"
}
`

describe('an optimised graph comes to the same outcome where no call that was dropped fails, and never asks for more', () => {
  test('for programs drawn at random', async () => {
    const seen = nothingSeen()
    const runs = programs.chain((program) => {
      const graph = graphOfProgram({ text: `${program.text}\n${around}`, workflow: 'main' })
      return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph) })
    })
    await fc.assert(
      fc.asyncProperty(runs, fc.nat(), failureRates, async ({ graph, inputs }, seed, failureRate) => {
        await expectSameMeaning(graph, { inputs, seed, failureRate }, seen)
      }),
      { numRuns: propertyRuns(50) },
    )
    expectShares(seen, { dropped: 0.4, merged: 0.2, early_vote: 0.15, failures: 0 })
  })

  test('for programs with the same calls again, values that nobody reads, and votes', async () => {
    const seen = nothingSeen()
    await fc.assert(
      fc.asyncProperty(optimisableProgram, fc.nat(), failureRates, async (text, seed, failureRate) => {
        const inputs = { task: 'abc', xs: ['a', 'b', 'a b'].slice(seed % 4) }
        await expectSameMeaning(graphOf(text), { inputs, seed, failureRate }, seen)
      }),
      { numRuns: propertyRuns(200) },
    )
    expectShares(seen, { dropped: 0.4, merged: 0.2, early_vote: 0.2, saved: 0.06, droppedFailures: 0.02, failures: 0.05 })
  })
})
