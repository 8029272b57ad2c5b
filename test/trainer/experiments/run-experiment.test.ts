import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ArmFailure } from '../../../trainer/demonstration/arm-failure.ts'
import type { spawnArm } from '../../../trainer/demonstration/spawn-arm.ts'
import { experimentTable, runExperiment } from '../../../trainer/experiments/index.ts'
import type { Experiment, ExperimentEvent, ExperimentOptions } from '../../../trainer/experiments/index.ts'
import { resultPath } from '../../../trainer/experiments/result-file.ts'
import { exampleDesigns, exampleResult } from '../demonstration/example-result.ts'
import { tinySettings } from '../training/tiny-team.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-experiment-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const experiment: Experiment = { name: 'tiny', question: 'none', arms: ['stages', 'single_agent'], settings: tinySettings }

/** Arms that end at once: the success of `stages` is its seed over ten. */
function arms(ran: string[], failing?: string): typeof spawnArm {
  return (order, tell) => {
    const name = `${order.arm} ${order.seed}`
    ran.push(name)
    if (name === failing) return Promise.reject(new ArmFailure(order.arm, 'ended with code 1', ''))
    const { after } = exampleResult(order.arm)
    const result = exampleResult(order.arm, { after: { ...after, success: order.seed / 10 }, ...(order.arm === 'stages' ? { designs: exampleDesigns } : {}) })
    tell({ kind: 'arm_finished', result })
    if (order.arm === 'single_agent') {
      for (const size of [1, 2, 3]) tell({ kind: 'vote', size, result: exampleResult('self_consistency', { after: { ...after, success: size / 100 } }) })
    }
    return Promise.resolve()
  }
}

async function run(folder: string, spawn: typeof spawnArm, changes: Partial<ExperimentOptions> = {}) {
  const events: ExperimentEvent[] = []
  const options = { experiment, seeds: [1, 2], folder: join(home, folder), backend: 'cpu', processes: 1, signal: new AbortController().signal, spawn, ...changes } as const
  return { end: await runExperiment(options, (event) => events.push(event)), planned: events.find((event) => event.kind === 'planned') }
}

describe('an experiment', () => {
  test('ends every arm and seed in a result file, which a rerun reads instead of running it again', async () => {
    const ran: string[] = []
    const first = await run('again', arms(ran))
    expect(first.planned).toEqual({ kind: 'planned', done: 0, waiting: 4, requests: 4 * tinySettings.requests })
    expect(ran).toEqual(['stages 1', 'single_agent 1', 'stages 2', 'single_agent 2'])
    const second = await run('again', arms(ran))
    expect(second.planned).toMatchObject({ done: 4, waiting: 0, requests: 0 })
    expect(ran).toHaveLength(4)
    expect(second.end).toEqual(first.end)
    rmSync(resultPath(join(home, 'again'), 2, 'stages'))
    expect((await run('again', arms(ran))).end).toEqual(first.end)
    expect(ran.slice(4)).toEqual(['stages 2'])
  })
  test('keeps the results of arms that ended before one failed, and goes on from there', async () => {
    const ran: string[] = []
    const failed = await run('failed', arms(ran, 'stages 2'))
    expect(failed.end).toMatchObject({ kind: 'arm_failed', message: expect.stringContaining('"stages" ended with code 1') })
    expect(readdirSync(join(home, 'failed', 'results')).sort()).toEqual(['seed-1-single_agent.json', 'seed-1-stages.json'])
    expect((await run('failed', arms(ran))).end).toMatchObject({ kind: 'finished' })
    expect(ran).toEqual(['stages 1', 'single_agent 1', 'stages 2', 'stages 2', 'single_agent 2'])
  })
  test('refuses results of other settings, and files that are none, before anything runs', async () => {
    const ran: string[] = []
    await run('other', arms(ran), { seeds: [1] })
    const changed = { ...experiment, settings: { ...tinySettings, requests: 7 } }
    expect((await run('other', arms(ran), { experiment: changed })).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('was made with other settings') })
    writeFileSync(resultPath(join(home, 'other'), 1, 'stages'), '{"version":')
    expect((await run('other', arms(ran))).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('is no result of an experiment') })
    expect(ran).toHaveLength(2)
  })
  test('ends where it is told to, and where its folder cannot be written', async () => {
    expect((await run('aborted', arms([]), { signal: AbortSignal.abort() })).end).toEqual({ kind: 'interrupted' })
    writeFileSync(join(home, 'taken'), '')
    expect((await run('taken/below', arms([]))).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('cannot be written (ENOTDIR)') })
    expect(existsSync(join(home, 'taken/below'))).toBe(false)
  })
})

test('a table puts the seeds of each arm together, and self-consistency at the cost of each seed’s team', async () => {
  const { end } = await run('table', arms([]))
  const rows = experimentTable(end.kind === 'finished' ? end.results : [])
  expect(rows.map(({ name }) => name)).toEqual(['stages', 'single_agent', 'self_consistency'])
  expect(rows[0]?.after).toBeCloseTo(0.15)
  expect(rows[0]?.byFamily[0]).toMatchObject({ family: 'depth', seeds: [0.6, 0.6] })
  expect(rows[0]?.shapes[0]).toEqual({ family: 'depth', direct: 0.5, vote: 0.25, loop: 0.25 })
  expect(rows[1]?.shapes).toEqual([])
  // The team of the example makes two requests a task.
  expect(rows[2]?.after).toBeCloseTo(0.02)
})
