import { describe, expect, test } from 'vitest'
import { ArmFailure } from '../../../trainer/demonstration/arm-failure.ts'
import type { ArmName } from '../../../trainer/demonstration/arms.ts'
import { runArms } from '../../../trainer/demonstration/run-arms.ts'
import type { ArmsRun } from '../../../trainer/demonstration/run-arms.ts'
import { tinySettings } from '../training/tiny-team.ts'
import { exampleResult } from './example-result.ts'

const order = { folder: '/nowhere', seed: 1, backend: 'wasm', settings: tinySettings } as const
const signal = new AbortController().signal

const aborted = (told: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    told.addEventListener('abort', () => {
      reject(told.reason as Error)
    })
  })

describe('arms in processes of their own', () => {
  test('come back in the order asked for, with the peaks of as many as run at once', async () => {
    const peaks: Partial<Record<ArmName, number>> = { stages: 100, both: 300, single_agent: 200 }
    let running = 0
    let most = 0
    const spawn: ArmsRun['spawn'] = async ({ arm }, tell) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, arm === 'stages' ? 30 : 5))
      tell({ kind: 'arm_finished', result: exampleResult(arm) })
      tell({ kind: 'vote', size: 1, result: exampleResult('self_consistency') })
      tell({ kind: 'ended', peakMiB: peaks[arm] ?? 0 })
      running -= 1
    }
    const told: string[] = []
    const end = await runArms({ order, arms: ['stages', 'both', 'single_agent'], processes: 2, signal, spawn }, (event) => told.push(event.kind))
    expect(end.results.map(({ name }) => name)).toEqual(['stages', 'both', 'single_agent'])
    expect(end.votes).toHaveLength(3)
    expect(end.peakMiB).toBe(500)
    expect(most).toBe(2)
    expect(told).toEqual(['arm_finished', 'arm_finished', 'arm_finished'])
  })
  test('end with the first that fails, and start none of those that wait', async () => {
    const begun: ArmName[] = []
    let ended = false
    const spawn: ArmsRun['spawn'] = async ({ arm }, _, told) => {
      begun.push(arm)
      if (arm === 'stages') throw new ArmFailure(arm, 'ended with code 1', '')
      await aborted(told).finally(() => {
        ended = true
      })
    }
    const run = runArms({ order, arms: ['both', 'stages', 'single_agent'], processes: 2, signal, spawn }, () => undefined)
    await expect(run).rejects.toThrow('the process of the arm "stages" ended with code 1')
    expect(begun).toEqual(['both', 'stages'])
    expect(ended).toBe(true)
  })
})
