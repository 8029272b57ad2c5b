import { rowsOf } from '../measure/rows-of.ts'
import type { BenchResult } from '../result.ts'
import { linesOf, typicalScript } from '../scripts/scripts.ts'
import { besidePeers, levelWithLangium, wholeFrontEnd, within } from './front-end-beside-peers.ts'

const rounds = { warmUp: 1_000, measured: 2_000 }

/** A warm check of a typical script. */
export async function run(): Promise<BenchResult> {
  const { times, skipped } = await besidePeers(typicalScript, rounds)
  return {
    method: [
      `\`test/bench/scripts/typical.mas\`, ${linesOf(typicalScript)} lines, in one warm process:`,
      `${rounds.measured} interleaved rounds after ${rounds.warmUp} that are left out.`,
    ],
    rows: rowsOf(times, 'Langium: parse'),
    skipped,
    goals: [within(times, wholeFrontEnd, 'a warm check of a 40-line script', 0.5), ...levelWithLangium(times)],
  }
}
