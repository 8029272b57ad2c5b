import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planText, showExperiment } from '../../cli/experiments/show-experiment.ts'
import { experiments } from '../../trainer/experiments/index.ts'
import { folderWith, masHere } from './mas.ts'

describe('mas experiment', () => {
  test('without a name lists what there is', async () => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['experiment'], folder.path)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(experiments.length)
    expect(out).toContain('co-evolution: At equal requests')
  })
  test.each([
    [['nonsense'], 'there is no experiment "nonsense": choose among co-evolution, co-evolution-fast'],
    [['co-evolution', '--backend', 'nonsense'], 'there is no backend "nonsense": choose auto, tfjs-node, wasm, cpu'],
    [['co-evolution', '--seeds', '0'], '--seeds must be from 1 to 100'],
  ])('%j is told so, and nothing is written', async (options, message) => {
    using folder = folderWith({})
    expect(await masHere(['experiment', ...options], folder.path)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
    expect(readdirSync(folder.path)).toEqual([])
  })
  test('runs the fast one to its table, and a rerun runs nothing', async () => {
    using folder = folderWith({})
    const commandLine = ['experiment', 'co-evolution-fast', '--seeds', '1', '--out', 'out']
    const first = await masHere(commandLine, folder.path)
    expect(first.exit).toBe(0)
    expect(first.err).toContain('5 arms to run, 0 with a result already: 5,000 training requests, about 1 minute')
    expect(first.out).toMatch(/\nco-evolution in stages .*\nboth at once .*\nsingle agent .*\nself-consistency /s)
    const second = await masHere(commandLine, folder.path)
    expect(second).toMatchObject({ exit: 0, out: first.out, err: 'all 5 results are there already\n' })
    expect(readFileSync(join(folder.path, 'out', 'report.html'), 'utf8')).toContain('Mean reward of executions')
  }, 120_000)
})

test('a plan says what is going to be spent', () => {
  expect(planText({ done: 3, waiting: 12, requests: 4_800_000 }, 2)).toBe(
    '12 arms to run, 3 with a result already: 4,800,000 training requests, about 12 minutes and the supervised starts\n',
  )
})

test('a table shows each seed', () => {
  const [experiment] = experiments
  if (experiment === undefined) throw new Error('there is an experiment')
  const byFamily = [{ family: 'depth', before: 0.2, after: 0.8, seeds: [0.75, 0.85] }]
  const row = { name: 'both', title: 'both at once', before: 0.3, after: 0.8, interval: [0.75, 0.85], requestsPerTask: 3.2, trainRequests: 400, byFamily, shapes: [{ family: 'depth', direct: 0.1, vote: 0.2, loop: 0.7 }] } as const
  const text = showExperiment(experiment, [1, 2], [row], 'runs/x')
  expect(text).toMatch(/\nboth at once +30 % +80 % +75 % to 85 % +3\.2 +80 % \(75, 85\)\n/)
  expect(text).toContain('10 % / 20 % / 70 %')
})
