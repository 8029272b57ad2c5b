import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Graph } from '../../../compiler/index.ts'
import { openJournal, runWorkflow } from '../../../runtime/index.ts'
import type { ModelClient } from '../../../runtime/index.ts'
import { compileSource } from '../../compiler/compile/compile-source.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, Goal, Row } from '../result.ts'

const rounds = 7
const calls = 2_000

/** Microseconds that a call may cost more with a journal. */
const allowed = 25

/** It answers as fast as anything can that is not there at once. */
const model: ModelClient = {
  description: 'immediate',
  complete: () =>
    Promise.resolve({
      kind: 'reply',
      reply: { content: 'x'.repeat(200), toolCalls: [], finish: 'stop', usage: { promptTokens: 50, completionTokens: 50 } },
    }),
}

const bodies = {
  'one after another': `current = text repeat max ${calls} { current = Step(current) } return current`,
  'at the same time': `all = sample ${calls} of Step(text) return join(all, "")`,
}

/** What a journal costs a call: calls that each have a commit of their own, and calls that end together. */
export async function run(): Promise<BenchResult> {
  const rows: Row[] = []
  const goals: Goal[] = []
  const sizes: number[] = []
  for (const [name, body] of Object.entries(bodies)) {
    const graph = graphOf(`agent Step(text: string) -> string workflow main(text: string) -> string { ${body} }`)
    const without: number[] = []
    const kept: number[] = []
    // The first round warms both up.
    for (let round = 0; round <= rounds; round += 1) {
      const plain = await measure(graph, false)
      const journaled = await measure(graph, true)
      if (round === 0) continue
      without.push(plain.microseconds)
      kept.push(journaled.microseconds)
      sizes.push(journaled.bytes)
    }
    const more = summarize(kept.map((microseconds, round) => microseconds - (without[round] ?? 0)))
    rows.push({ name: `${name}, without a journal`, unit: 'µs a call', ...summarize(without), ratio: null })
    rows.push({ name: `${name}, with one`, unit: 'µs a call', ...summarize(kept), ratio: null })
    rows.push({ name: `${name}, the difference`, unit: 'µs a call', ...more, ratio: null })
    const found = `${more.median.toFixed(1)} µs`
    goals.push({ goal: `calls ${name}: a journal costs at most ${allowed} µs a call`, found, reached: more.median <= allowed })
  }
  const bytes = Math.round(summarize(sizes).median)
  return {
    method: [
      `Processor time of one thread for each of ${calls} calls of an agent whose model answers 200 characters at once.`,
      `${rounds} interleaved rounds.`,
      `The journal survives the end of the process; it takes ${bytes} bytes a call.`,
    ],
    rows,
    skipped: [],
    goals,
  }
}

function graphOf(source: string): Graph {
  const [workflow] = compileSource(source).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this bench does not compile')
  return workflow.compiled.graph
}

async function measure(graph: Graph, isKept: boolean): Promise<{ readonly microseconds: number; readonly bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'mas-bench-'))
  try {
    const file = join(folder, 'run.sqlite')
    const opened = isKept ? openJournal(file) : null
    if (opened?.kind === 'error') throw new Error(opened.problem.message)
    const options = {
      graph,
      inputs: { text: 'start' },
      models: new Map([['default', model]]),
      seed: 1,
      limits: { concurrentRequests: calls },
    }
    const start = threadMicroseconds()
    await runWorkflow({ ...options, ...(opened === null ? {} : { journal: opened.journal.run() }) }).result
    const microseconds = (threadMicroseconds() - start) / calls
    opened?.journal.close()
    return { microseconds, bytes: isKept ? statSync(file).size / calls : 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function threadMicroseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}
