import type { Bench } from './benches.ts'
import { readCommandLine } from './command-line.ts'
import { describeMachine } from './measure/machine.ts'
import { jsonOf } from './report/json.ts'
import { markdownOf } from './report/markdown.ts'

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Runs the benchmark that is named and writes its report; exit code 2 where none is, or where it cannot run here. */
export async function runBench(words: readonly string[], benches: readonly Bench[], { out, err }: Streams): Promise<0 | 2> {
  const command = readCommandLine(words, benches)
  if (command.kind === 'usage') {
    err(command.message)
    return 2
  }
  const { bench: { name, load }, json } = command
  const machine = describeMachine()
  const { run } = await load()
  const result = await run()
  if ('cannotRun' in result) {
    err(`bench: ${result.cannotRun}\n`)
    return 2
  }
  const report = { name, date: new Date().toISOString().slice(0, 10), machine, result }
  out(json ? jsonOf(report) : markdownOf(report))
  return 0
}
