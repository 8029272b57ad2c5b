import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelClient } from '../../runtime/index.ts'
import { openJournal } from '../../runtime/journal/index.ts'

// A plain script: `node test/bench/journal.bench.ts`. What a call costs beside the model, with and without a journal: calls one
// after another, each with a commit of its own, and calls that end together.
// Times are processor time of one thread, the shortest of
// several runs: the machine may be shared.

const repetitions = 5

/** It answers as fast as anything can that is not there at once. */
const model: ModelClient = {
  description: 'immediate',
  complete: () =>
    Promise.resolve({
      kind: 'reply',
      reply: { content: 'x'.repeat(200), toolCalls: [], finish: 'stop', usage: { promptTokens: 50, completionTokens: 50 } },
    }),
}

const scripts = {
  'one after another': (calls: number) => `
    agent Step(text: string) -> string
    workflow main(text: string) -> string { current = text repeat max ${calls} { current = Step(current) } return current }`,
  'at the same time': (calls: number) => `
    agent Step(text: string) -> string
    workflow main(text: string) -> string { all = sample ${calls} of Step(text) return join(all, "") }`,
}

function graphOf(source: string): Graph {
  const [workflow] = compileProgram('bench.mas', createMemoryReader(new Map([['bench.mas', source]]))).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this bench does not compile')
  return workflow.compiled.graph
}

function threadMicroseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

interface Measured {
  /** Microseconds for each call. */
  readonly perCall: number
  readonly bytes: number
}

async function measure(graph: Graph, calls: number, survives: 'nothing' | 'process' | 'power loss'): Promise<Measured> {
  let best: Measured = { perCall: Infinity, bytes: 0 }
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'mas-bench-'))
    const file = join(folder, 'run.sqlite')
    const opened = survives === 'nothing' ? null : openJournal(file, { survives })
    if (opened?.kind === 'error') throw new Error(opened.problem.message)
    const start = threadMicroseconds()
    const { result } = runWorkflow({
      graph,
      inputs: { text: 'start' },
      models: new Map([['default', model]]),
      seed: 1,
      limits: { concurrentRequests: 1000 },
      ...(opened === null ? {} : { journal: opened.journal.run() }),
    })
    await result
    const perCall = (threadMicroseconds() - start) / calls
    opened?.journal.close()
    const bytes = opened === null ? 0 : statSync(file).size
    if (perCall < best.perCall) best = { perCall, bytes }
    rmSync(folder, { recursive: true, force: true })
  }
  return best
}

for (const [name, script] of Object.entries(scripts)) {
  for (const calls of [500, 5000]) {
    const graph = graphOf(script(calls))
    const without = await measure(graph, calls, 'nothing')
    for (const survives of ['process', 'power loss'] as const) {
      const kept = await measure(graph, calls, survives)
      const more = (kept.perCall - without.perCall).toFixed(1)
      console.log(
        `journal    ${calls} calls ${name}, survives ${survives}: ${kept.perCall.toFixed(1)} µs a call, ` +
          `${more} µs more than without one; ${Math.round(kept.bytes / calls)} bytes a call`,
      )
    }
  }
}
