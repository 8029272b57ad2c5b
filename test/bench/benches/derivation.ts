import { performance } from 'node:perf_hooks'
import { countDesigns, finishedText, randomDesign } from '../../../compiler/derivation/index.ts'
import { arithmeticDesigns } from '../../../trainer/team/arithmetic-designs.ts'
import { randomNumbers } from '../../compiler/derivation/designs.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, Row } from '../result.ts'

const seconds = 4
/** The bound of requests that the demonstration's designer has. */
const mostRequests = 16

/** Random designs of the demonstration's space. The first second meets positions that nobody has asked for yet. */
export function run(): BenchResult {
  const specification = arithmeticDesigns(mostRequests)
  const random = randomNumbers(1)
  const rows: Row[] = []
  for (let second = 1; second <= seconds; second += 1) {
    const start = performance.now()
    let designs = 0
    for (; performance.now() - start < 1_000; designs += 1) finishedText(randomDesign(specification, random))
    rows.push({ name: `random designs, second ${second}`, unit: 'designs', ...summarize([designs]), ratio: null })
  }
  const start = performance.now()
  const count = countDesigns(specification)
  rows.push({ name: 'counting every design', unit: 'ms', ...summarize([performance.now() - start]), ratio: null })
  return {
    method: [`The demonstration's space of ${count.toLocaleString('en-US')} designs, in one process that remembers positions.`],
    rows,
    skipped: [],
    goals: [],
  }
}
