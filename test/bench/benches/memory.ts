import { garbageCollector } from '../measure/garbage-collector.ts'
import { shortNumber } from '../report/short-number.ts'
import type { BenchResult, Row } from '../result.ts'
import { compileScript } from '../scripts/front-end.ts'
import { distinctScript, linesOf, typicalScript } from '../scripts/scripts.ts'

const checkpoints = [1_000, 5_000, 10_000]
/** What the heap may grow by between the first checkpoint and the last, in MB: V8 goes on compiling for a while. */
const allowed = 1
const megabyte = 2 ** 20

/** The heap of one process that checks scripts it has never seen, after a full collection. */
export function run(): BenchResult {
  const collect = garbageCollector()
  const rows: Row[] = []
  let checked = 0
  for (const checkpoint of checkpoints) {
    for (; checked < checkpoint; checked += 1) compileScript(distinctScript(checked))
    collect()
    const heap = process.memoryUsage().heapUsed / megabyte
    rows.push({ name: `heap after ${checkpoint.toLocaleString('en-US')} scripts`, unit: 'MB', ...once(heap), ratio: null })
  }
  const growth = (rows.at(-1)?.median ?? Number.NaN) - (rows[0]?.median ?? Number.NaN)
  return {
    method: [
      `Scripts of ${linesOf(typicalScript)} lines, no two alike, checked one after another in one process;`,
      'the heap in use after full garbage collections.',
    ],
    rows,
    skipped: [],
    goals: [{
      goal: `10,000 distinct scripts with flat memory (at most ${allowed} MB more than after 1,000)`,
      found: `${shortNumber(growth)} MB more`,
      reached: growth <= allowed,
    }],
  }
}

const once = (value: number): Pick<Row, 'samples' | 'median' | 'lowerQuartile' | 'upperQuartile'> =>
  ({ samples: 1, median: value, lowerQuartile: value, upperQuartile: value })
