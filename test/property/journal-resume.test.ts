import { statSync, truncateSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ModelClient, ToolImplementation } from '../../runtime/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { graphOf, inputsOf, seededModel, seededTools, wellTypedProgram } from '../../testing/index.ts'
import { copyAsIfKilled, journalFolder, opened } from '../runtime/journal/journal-folder.ts'
import { agentTeam, answerOfTeam } from './agent-team.ts'
import { propertyRuns } from './property-runs.ts'
import { endedCalls, isWhole, meant, watchedRun as run } from './watched-run.ts'
import type { Case } from './watched-run.ts'

/**
 * Runs a case once without interruption, keeping what a kill would leave on the disk at every moment at which a call is made or
 * ends; then goes on from some of those.
 */
async function checkResuming(of: Case, schedule: number, picks: readonly number[]): Promise<void> {
  using folder = journalFolder()
  const kills: { readonly file: string; readonly told: number }[] = []
  using journal = opened(folder.file('whole'))
  const whole = await run(of, journal, schedule, (events) => {
    const file = folder.file(`killed-${kills.length}`)
    copyAsIfKilled(journal.file, file)
    kills.push({ file, told: events.length })
  })
  for (const pick of picks) {
    const kill = kills[pick % Math.max(1, kills.length)]
    if (kill === undefined) continue
    using killed = opened(kill.file)
    const told = whole.events.slice(0, kill.told)
    const resumed = await run(of, killed, schedule === 0 ? 0 : schedule + pick)
    // What the outcome is does not depend on the kill.
    expect(resumed.result.outcome).toEqual(whole.result.outcome)
    // No event is lost or doubled: those told before stand at the beginning, and all count up without gaps.
    expect(resumed.events.slice(0, kill.told).map(meant)).toEqual(told.map(meant))
    expect(resumed.events.map(({ sequence }) => sequence)).toEqual(resumed.events.map((_, position) => position + 1))
    const ended = endedCalls(resumed.events)
    expect(new Set(ended).size).toBe(ended.length)
    // No finished call is made again.
    const finished = new Set(endedCalls(told))
    expect(resumed.made.filter((name) => finished.has(name))).toEqual([])
    if (isWhole(whole) && isWhole(resumed)) {
      expect({ ...resumed.result.usage, seconds: 0 }).toEqual({ ...whole.result.usage, seconds: 0 })
    }
    killed.close()
    using again = opened(kill.file)
    const repeated = await run(of, again, schedule)
    expect(repeated.made).toEqual([])
    expect(repeated.result).toEqual(resumed.result)
    expect(repeated.events.map(meant)).toEqual(resumed.events.map(meant))
  }
}

const schedules = fc.nat(1000)
const picks = fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 })

test('random programs: what was killed at any moment goes on to the same outcome', async () => {
  const cases = wellTypedProgram({ limits: { calls: 30, statements: 6 } }).chain((program) => {
    const graph = graphOf(program)
    return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), seed: fc.nat(1000) })
  })
  await fc.assert(
    fc.asyncProperty(cases, schedules, picks, async ({ graph, inputs, seed }, schedule, chosen) => {
      const model = seededModel(seed, { failureRate: 0.1 })
      const tools = seededTools(graph, seed, { failureRate: 0.1 })
      await checkResuming({ graph, inputs, model, tools, seed }, schedule, chosen)
    }),
    { numRuns: propertyRuns(40) },
  )
})

test('random teams whose models call tools and each other', async () => {
  await fc.assert(
    fc.asyncProperty(agentTeam, fc.nat(10_000), schedules, picks, async (graph, seed, schedule, chosen) => {
      const model: ModelClient = {
        description: 'of the test',
        complete: (request) => Promise.resolve(answerOfTeam(seed, request)),
      }
      const tool: ToolImplementation = {
        call: (inputs, { node }) =>
          Promise.resolve(
            stableHash(seed, node) % 3 === 0
              ? { kind: 'failed', message: 'no' }
              : { kind: 'ok', value: JSON.stringify(inputs) },
          ),
      }
      const tools = new Map(['host:look', 'host:write'].map((from) => [from, tool]))
      await checkResuming({ graph, inputs: {}, model, tools, seed }, schedule, chosen)
    }),
    { numRuns: propertyRuns(40) },
  )
})

test('random programs: a log that was cut within a commit holds the commits before', async () => {
  const cases = wellTypedProgram({ limits: { calls: 20 } }).chain((program) => {
    const graph = graphOf(program)
    return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), seed: fc.nat(1000) })
  })
  await fc.assert(
    fc.asyncProperty(cases, fc.double({ min: 0, max: 1, noNaN: true }), async ({ graph, inputs, seed }, share) => {
      using folder = journalFolder()
      using journal = opened(folder.file('whole'))
      const of = { graph, inputs, model: seededModel(seed), tools: seededTools(graph, seed), seed }
      const whole = await run(of, journal, 0)
      const file = folder.file('killed')
      copyAsIfKilled(journal.file, file)
      truncateSync(`${file}-wal`, Math.floor(share * statSync(`${file}-wal`).size))
      using killed = opened(file)
      const resumed = await run(of, killed, 0)
      expect(resumed.result.outcome).toEqual(whole.result.outcome)
      expect(resumed.events.map(meant)).toEqual(whole.events.map(meant))
      expect(resumed.made).toEqual(whole.made.slice(whole.made.length - resumed.made.length))
    }),
    { numRuns: propertyRuns(20) },
  )
})
