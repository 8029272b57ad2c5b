import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { showExperiment } from '../../cli/experiments/show-experiment.ts'
import { eventText } from '../../cli/experiments/show-progress.ts'
import { experiments, experimentTable } from '../../trainer/experiments/index.ts'
import { exampleArm, exampleResult } from '../trainer/experiments/example-results.ts'
import { folderWith, masHere } from './mas.ts'

describe('mas experiment', () => {
  test('without a name lists what there is', async () => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['experiment'], folder.path)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(experiments.length)
    expect(out).toContain('families: On each of seven families')
  })
  test.each([
    [['nonsense'], 'there is no experiment "nonsense": choose among families, families-fast, stage-length'],
    [['families', '--backend', 'nonsense'], 'there is no backend "nonsense": choose auto, tfjs-node, wasm, cpu'],
    [['families', '--seeds', '0'], '--seeds must be from 1 to 100'],
    [['families', '--jobs', '0'], '--jobs must be from 1 to 64'],
  ])('%j is told so, and nothing is written', async (options, message) => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['experiment', ...options], folder.path)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`mas: ${message}`)
    expect(readdirSync(folder.path)).toEqual([])
  })
  test('runs a miniature to its tables, and a rerun runs nothing', async () => {
    using folder = folderWith({})
    const commandLine = ['experiment', 'designs-and-executions-fast', '--seeds', '1', '--out', 'out']
    const first = await masHere(commandLine, folder.path)
    expect(first.exit).toBe(0)
    expect(first.err).toContain('8 arms to run, 0 with a result already: 800 training requests, about 1 minute')
    expect(first.out).toMatch(/\ndepth .*\n2 designs of 8 executions .*\n16 designs of 1 execution .*\nverify .*\nyes +Every design compiles/s)
    const second = await masHere(commandLine, folder.path)
    expect(second).toMatchObject({ exit: 0, out: first.out, err: 'all 8 results are there already\n' })
    const { out } = await masHere([...commandLine, '--json'], folder.path)
    expect(JSON.parse(out)).toMatchObject({ version: 2, experiment: 'designs-and-executions-fast', seeds: [1], rows: { length: 8 } })
    expect(readdirSync(join(folder.path, 'out'))).toEqual(['report.html', 'results', 'summary.json'])
    expect(readFileSync(join(folder.path, 'out', 'report.html'), 'utf8')).toContain('class="curve s0"')
  }, 120_000)
})

test('a plan says what is going to be spent, and the end of an arm what it came to', () => {
  expect(eventText({ kind: 'planned', done: 3, waiting: 12, requests: 4_800_000 }, 2)).toBe(
    '12 arms to run, 3 with a result already: 4,800,000 training requests, about 12 minutes and the supervised starts\n',
  )
  expect(eventText({ kind: 'result', seed: 2, result: exampleResult('both', [1, 0.5]) }, 1)).toBe(
    'seed 2, depth-both: 20 % before, 75 % after, 2 s of processor time\n',
  )
})

test('a table shows each seed, and the verdict on each claim', () => {
  const experiment = { name: 'tiny', question: 'Which', arms: [exampleArm('both')], judge: () => [] }
  const rows = experimentTable([exampleResult('both', [0.75, 0.75]), exampleResult('both', [0.85, 0.85], { seed: 2 })])
  const verdicts = [{ claim: 'It pays', reached: null, found: 'nothing yet' }]
  const text = showExperiment(experiment, { seeds: [1, 2], rows, verdicts }, 'runs/x')
  expect(text).toMatch(/\nthe arm both +20 % +80 % \(75, 85\) +75 % to 85 % +2\.0 +200 +50 % \/ 25 % \/ 25 % \/ 0 %\n/)
  expect(text).toContain('open  It pays\n      nothing yet')
})
