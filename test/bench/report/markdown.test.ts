import { expect, test } from 'vitest'
import type { BenchResult } from '../result.ts'
import { jsonOf } from './json.ts'
import { markdownOf } from './markdown.ts'
import type { Report } from './markdown.ts'

const machine = { processor: 'A processor', cores: 2, system: 'linux x64', node: '26.0.0', load: 0.1 }

const result: BenchResult = {
  method: ['40 lines.', '3 rounds.'],
  rows: [
    { name: 'ours', unit: 'ms', samples: 3, median: 0.25, lowerQuartile: 0.2, upperQuartile: 0.3, ratio: { to: 'theirs', value: 0.5 } },
    { name: 'theirs', unit: 'ms', samples: 3, median: 0.5, lowerQuartile: 0.4, upperQuartile: 0.6, ratio: null },
    { name: 'heap', unit: 'MB', samples: 1, median: 20, lowerQuartile: 20, upperQuartile: 20, ratio: null },
  ],
  skipped: [{ name: 'Peggy', reason: 'It is not installed.' }],
  goals: [
    { goal: 'fast enough', found: '0.25 ms', reached: true },
    { goal: 'small enough', found: '20 MB', reached: false },
  ],
}

const report: Report = { name: 'check', date: '2026-11-25', machine, result }

test('a report as Markdown', () => {
  expect(markdownOf(report)).toBe(`## \`npm run bench -- check\`

2026-11-25: A processor, 2 cores, linux x64, Node 26.0.0, load 0.1 before the run. 40 lines. 3 rounds.

| | median | middle half | × theirs |
|---|---|---|---|
| ours | 0.25 ms | 0.2–0.3 | 0.5 |
| theirs | 0.5 ms | 0.4–0.6 | 1 |
| heap | 20 MB | | |

- fast enough: 0.25 ms, reached.
- small enough: 20 MB, **not reached**.

- Left out: Peggy. It is not installed.
`)
})

test('a report without comparisons has no column for them', () => {
  const rows = result.rows.filter(({ name }) => name === 'heap')
  expect(markdownOf({ ...report, result: { ...result, rows, skipped: [], goals: [] } })).toContain(`
| | median | middle half |
|---|---|---|
| heap | 20 MB | |
`)
})

test('a report as JSON', () => {
  expect(JSON.parse(jsonOf(report))).toEqual({ version: 1, bench: 'check', date: '2026-11-25', machine, ...result })
})
