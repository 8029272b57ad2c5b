import { join } from 'node:path'
import { ratioOf } from '../measure/rows-of.ts'
import { runToEnd } from '../measure/run-to-end.ts'
import { summarize } from '../measure/summarize.ts'
import { allPeers } from '../peers/all-peers.ts'
import type { BenchResult } from '../result.ts'

const ours = 'mas'
const rounds = 20

/** Lexer and parser, built as the first thing in a process, when nothing has been compiled by then. */
export async function run(): Promise<BenchResult> {
  const { peers, skipped } = await allPeers()
  const names = [ours, ...peers.map(({ name }) => name)]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) times.get(name)?.push(buildInProcess(name))
  }
  const against = times.get(ours) ?? []
  return {
    method: [
      'Lexer and parser, built once in a process of its own whose modules are loaded;',
      'for Langium from a grammar that is read already; for Peggy, whose parsers are mostly built ahead of time, from the grammar.',
      `${rounds} interleaved rounds.`,
    ],
    rows: [...times].map(([name, values]) => ({
      name,
      unit: 'ms',
      ...summarize(values),
      ratio: name === ours ? null : { to: ours, value: ratioOf(values, against) },
    })),
    skipped,
    goals: [],
  }
}

const buildInProcess = (name: string): number =>
  Number(runToEnd({ command: process.execPath, inputs: [join(import.meta.dirname, 'build-parser.ts'), name] }))
