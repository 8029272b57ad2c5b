import { expect, test } from 'vitest'
import type { Bench } from './benches.ts'
import type { BenchResult, CannotRun } from './result.ts'
import { runBench } from './run-bench.ts'

const result: BenchResult = {
  method: ['Once.'],
  rows: [{ name: 'ours', unit: 'ms', samples: 1, median: 1, lowerQuartile: 1, upperQuartile: 1, ratio: null }],
  skipped: [],
  goals: [{ goal: 'faster than light', found: '1 ms', reached: false }],
}

async function runHere(words: readonly string[], found: BenchResult | CannotRun) {
  const benches: readonly Bench[] = [{ name: 'check', about: 'a check', load: () => Promise.resolve({ run: () => found }) }]
  const written = { out: '', err: '' }
  const exit = await runBench(words, benches, {
    out: (text) => { written.out += text },
    err: (text) => { written.err += text },
  })
  return { exit, ...written }
}

test('writes a section for the page of performance; a goal that is not reached is no failure of the run', async () => {
  const { exit, out, err } = await runHere(['check'], result)
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toMatch(/^## `npm run bench -- check`\n\n\d{4}-\d\d-\d\d: .+, \d+ cores, .+, Node \d+\.\d+\.\d+, load [\d.]+ before the run\. Once\.\n/)
})

test('writes one JSON value', async () => {
  const { exit, out } = await runHere(['check', '--json'], result)
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ version: 1, bench: 'check', ...result })
})

test('says why a benchmark cannot run', async () => {
  expect(await runHere(['check'], { cannotRun: 'build it first.' })).toEqual({ exit: 2, out: '', err: 'bench: build it first.\n' })
})

test('answers an unknown name with the list', async () => {
  const { exit, out, err } = await runHere(['chek'], result)
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toContain('  check  a check\n')
})
