import { rowsOf } from '../measure/rows-of.ts'
import type { BenchResult } from '../result.ts'
import { largeScript, linesOf } from '../scripts/scripts.ts'
import { besidePeers, levelWithLangium } from './front-end-beside-peers.ts'

const rounds = { warmUp: 10, measured: 40 }

/** A file of 5,000 lines. */
export async function run(): Promise<BenchResult> {
  const source = largeScript(5_000)
  const { times, skipped } = await besidePeers(source, rounds)
  return {
    method: [
      `The declarations of the typical script again and again under other names, ${linesOf(source).toLocaleString('en-US')} lines,`,
      `in one warm process: ${rounds.measured} interleaved rounds after ${rounds.warmUp} that are left out.`,
    ],
    rows: rowsOf(times, 'Langium: parse'),
    skipped,
    goals: levelWithLangium(times),
  }
}
