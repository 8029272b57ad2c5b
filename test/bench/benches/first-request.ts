import { existsSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { firstRequestOf } from '../measure/first-request-of.ts'
import { interleave } from '../measure/interleave.ts'
import { rowsOf } from '../measure/rows-of.ts'
import type { Command } from '../measure/run-to-end.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, CannotRun, Row } from '../result.ts'
import { allOrchestrators } from '../workflows/all-orchestrators.ts'
import { answerAtOnce } from '../workflows/answer.ts'
import type { Orchestrator } from '../workflows/orchestrator.ts'
import type { Shape } from '../workflows/shape.ts'

const script = 'test/bench/scripts/typical.mas'
const processRounds = { warmUp: 2, measured: 20 }
const runRounds = { warmUp: 50, measured: 101 }
const shape: Shape = { kind: 'chain', calls: 100 }
const leastProcess = 'start of a process: Node, one `fetch`'

/** How long it takes until a model is asked: from the start of the command's process, and from the call that starts a run. */
export async function run(): Promise<BenchResult | CannotRun> {
  if (!existsSync('dist/cli/main.js')) return { cannotRun: 'the command is not built yet; run `npm run build` first.' }
  const { orchestrators, skipped } = await allOrchestrators()
  const commands: readonly (readonly [string, (url: string) => Command])[] = [
    ['start of a process: mas run', (url) => node('bin/mas.js', 'run', script, '--input', 'task=a report', '--model', `default=openai:m@${url}/v1`)],
    [leastProcess, (url) => node('-e', `fetch(${JSON.stringify(url)})`)],
  ]
  const times = await interleave(commands.map(([name, command]) => ({ name, run: () => firstRequestOf(command) })), processRounds)
  return {
    method: [
      `From the start of a process to the first request that reaches an HTTP server on this machine: the built command on \`${script}\``,
      `(\`node bin/mas.js run\`), and a program of one line, ${processRounds.measured} interleaved rounds. In one warm process, from the call`,
      `that starts a run of ${shape.calls} nodes to the first call of a client in memory: ${runRounds.measured} interleaved rounds.`,
    ],
    rows: [...rowsOf(times, leastProcess), ...(await startsOf(orchestrators))],
    skipped,
    goals: [],
  }
}

const node = (...inputs: readonly string[]): Command => ({ command: process.execPath, inputs })

/** Microseconds from the call that starts a run to the first call of its model. */
async function startsOf(orchestrators: readonly Orchestrator[]): Promise<readonly Row[]> {
  using open = new DisposableStack()
  const measured = orchestrators.map((orchestrator) => {
    let began: number | null = null
    const times: number[] = []
    const workflow = open.use(orchestrator.prepare(shape, (prompt) => {
      if (began !== null) times.push((performance.now() - began) * 1_000)
      began = null
      return answerAtOnce(prompt)
    }))
    const run = async (): Promise<void> => {
      began = performance.now()
      await workflow.run()
    }
    return { name: orchestrator.name, times, run }
  })
  await interleave(measured, runRounds)
  return measured.map(({ name, times }) =>
    ({ name: `start of a run: ${name}`, unit: 'µs', ...summarize(times.slice(runRounds.warmUp)), ratio: null }))
}
