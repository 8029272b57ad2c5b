import { existsSync } from 'node:fs'
import { interleave } from '../measure/interleave.ts'
import { rowsOf } from '../measure/rows-of.ts'
import { canRun, runToEnd } from '../measure/run-to-end.ts'
import type { Command } from '../measure/run-to-end.ts'
import type { BenchResult, CannotRun } from '../result.ts'
import { within } from './front-end-beside-peers.ts'

const script = 'test/bench/scripts/typical.mas'
const rounds = { warmUp: 3, measured: 40 }
const check = 'mas check'
const python: Command = { command: 'python3', inputs: ['test/bench/peers/workflow.py'] }

/** The built command on one file, from start to exit, beside what a process costs at least. */
export async function run(): Promise<BenchResult | CannotRun> {
  if (!existsSync('dist/cli/main.js')) return { cannotRun: 'the command is not built yet; run `npm run build` first.' }
  const hasPython = canRun(python)
  const commands: readonly (readonly [string, Command])[] = [
    [check, { command: process.execPath, inputs: ['bin/mas.js', 'check', script] }],
    ['Node, an empty program', { command: process.execPath, inputs: ['-e', ''] }],
    ...(hasPython ? [['Python, plain classes', python] as const] : []),
  ]
  const times = await interleave(commands.map(([name, command]) => ({ name, run: () => runToEnd(command) })), rounds)
  return {
    method: [
      `\`${script}\` by the built command (\`node bin/mas.js check\`), and a cold Python process that builds the same workflow`,
      `from plain classes and checks nothing; start to exit, ${rounds.measured} interleaved rounds.`,
    ],
    rows: rowsOf(times, 'Python, plain classes'),
    skipped: hasPython ? [] : [{ name: 'Python', reason: 'There is no `python3` here.' }],
    goals: [within(times, check, 'one file as a process', 250)],
  }
}
