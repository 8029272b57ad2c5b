import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ArmFailure } from '../../../../trainer/demonstration/arm-failure.ts'
import { readResults, runExperiment } from '../../../../trainer/experiments/index.ts'
import type { Experiment, ExperimentEvent, ExperimentOptions } from '../../../../trainer/experiments/index.ts'
import { resultPath } from '../../../../trainer/experiments/results/result-file.ts'
import type { spawnGroup } from '../../../../trainer/experiments/running/spawn-group.ts'
import { exampleArm, exampleResult } from '../example-results.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-experiment-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const [both, stages] = [exampleArm('both'), exampleArm('stages')]

/** Of another family, and so of another supervised start. */
const other = exampleArm('both', 'breadth')

const experiment: Experiment = { name: 'tiny', question: 'none', arms: [both, stages, other], judge: () => [] }

/** Groups that end at once: the scores of an arm are its seed over ten. */
function groups(ran: string[], failing?: string): typeof spawnGroup {
  return (order, tell) => {
    const { seed, arms } = order
    ran.push(`${seed}: ${arms.map(({ name }) => name).join(' ')}`)
    for (const { name, method, setting } of arms) {
      if (`${name} ${seed}` === failing) return Promise.reject(new ArmFailure(name, 'ended with code 1', ''))
      tell({ kind: 'result', result: exampleResult(method, [seed / 10], { seed, setting }) })
    }
    return Promise.resolve()
  }
}

async function run(folder: string, spawn: typeof spawnGroup, changes: Partial<ExperimentOptions> = {}) {
  const events: ExperimentEvent[] = []
  const options = { experiment, seeds: [1, 2], folder: join(home, folder), backend: 'cpu', jobs: 1, signal: new AbortController().signal, spawn, ...changes } as const
  return { end: await runExperiment(options, (event) => events.push(event)), planned: events.find((event) => event.kind === 'planned') }
}

describe('an experiment', () => {
  test('ends every arm and seed in a result file, which a rerun reads instead of running it again', async () => {
    const ran: string[] = []
    const first = await run('again', groups(ran))
    expect(first.planned).toEqual({ kind: 'planned', done: 0, waiting: 6, requests: 600 })
    expect(ran).toEqual(['1: depth-both depth-stages', '1: breadth-both', '2: depth-both depth-stages', '2: breadth-both'])
    const second = await run('again', groups(ran))
    expect(second.planned).toMatchObject({ done: 6, waiting: 0, requests: 0 })
    expect(ran).toHaveLength(4)
    expect(second.end).toEqual(first.end)
    expect(readResults(join(home, 'again'))).toMatchObject({ kind: 'read', results: { length: 6 } })
    rmSync(resultPath(join(home, 'again'), 2, 'depth-stages'))
    expect((await run('again', groups(ran))).end).toEqual(first.end)
    expect(ran.slice(4)).toEqual(['2: depth-stages'])
  })
  test('keeps the results of arms that ended before one failed, and goes on from there', async () => {
    const ran: string[] = []
    const failed = await run('failed', groups(ran, 'depth-stages 1'))
    expect(failed.end).toMatchObject({ kind: 'arm_failed', message: expect.stringContaining('"depth-stages" ended with code 1') })
    expect(readdirSync(join(home, 'failed', 'results'))).toEqual(['seed-1-depth-both.json'])
    expect((await run('failed', groups(ran))).end).toMatchObject({ kind: 'finished' })
    expect(ran.slice(1)).toEqual(['1: depth-stages', '1: breadth-both', '2: depth-both depth-stages', '2: breadth-both'])
  })
  test('refuses results of other settings, and files that are none, before anything runs', async () => {
    const ran: string[] = []
    await run('other', groups(ran), { seeds: [1] })
    const changed = { ...experiment, arms: [{ ...both, voteSizes: [3] }] }
    expect((await run('other', groups(ran), { experiment: changed })).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('was made with other settings') })
    writeFileSync(resultPath(join(home, 'other'), 1, 'depth-both'), '{"version":2}')
    expect((await run('other', groups(ran))).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('is no result of an experiment') })
    expect(readResults(join(home, 'other'))).toMatchObject({ kind: 'unusable' })
    expect(ran).toHaveLength(2)
  })
  test('ends where it is told to, and where its folder cannot be written', async () => {
    expect((await run('aborted', groups([]), { signal: AbortSignal.abort() })).end).toEqual({ kind: 'interrupted' })
    writeFileSync(join(home, 'taken'), '')
    expect((await run('taken/below', groups([]))).end).toMatchObject({ kind: 'unusable', message: expect.stringContaining('cannot be written (ENOTDIR)') })
    expect(existsSync(join(home, 'taken/below'))).toBe(false)
  })
})
