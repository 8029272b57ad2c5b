import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ArmName } from './arms.ts'
import { arms } from './arms.ts'
import { measured } from '../training/measured.ts'
import { preferredDesignsOf } from '../training/preferred-designs.ts'
import type { ArmResult } from './arm-result.ts'
import type { DemonstrationEvent } from './demonstration-event.ts'
import { votedDesign } from '../team/index.ts'
import { evaluateTeam, heldOutTasks, partsOf, trainArm } from './run-arm.ts'
import type { DemonstrationSettings } from './settings.ts'
import { stepEvent } from './step-event.ts'
import { createTeam, openEngine } from './team.ts'
import { readTeam, writeTeam } from './team-files.ts'
import type { BackendChoice } from '../engine/index.ts'

export interface ArmOrder {
  readonly arm: ArmName
  /** The run folder; the start's weights lie in `start`, the arm's go to `arms/NAME`. */
  readonly folder: string
  readonly seed: number
  readonly backend: BackendChoice
  readonly settings: DemonstrationSettings
}

/** The sizes of the vote that the single agent's executors are measured with, for self-consistency at equal cost. */
export const voteSizes: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16]

/** The single agent's executors under a vote of n. */
export interface VoteResult {
  readonly kind: 'vote'
  readonly size: number
  readonly result: ArmResult
}

/** Trains and measures one arm; what it tells goes to `tell`. */
export async function runArm(order: ArmOrder, tell: (event: DemonstrationEvent | VoteResult) => void): Promise<void> {
  const { folder, seed, settings } = order
  const arm = arms[order.arm]
  const engine = await openEngine(order.backend)
  const team = createTeam(engine, settings, readTeam(join(folder, 'start')))
  const parts = partsOf(arm, team, settings)
  const tasks = heldOutTasks(settings)
  const before = await evaluateTeam(parts, settings, tasks)
  tell({ kind: 'before', arm: arm.name, success: before.success })

  let requests = 0
  let written = 0
  let compiled = 0
  for await (const step of trainArm(arm, team, settings, seed)) {
    requests = step.requests
    written += step.statistics.designs
    compiled += step.statistics.designs - step.statistics.rejectedDesigns
    tell(stepEvent(arm.name, step, settings.requests))
  }
  const after = await evaluateTeam(parts, settings, tasks)
  const home = join(folder, 'arms', arm.name)
  mkdirSync(home, { recursive: true })
  writeTeam(home, team)
  const result: ArmResult = {
    name: arm.name,
    title: arm.title,
    before: measured(before, seed),
    after: measured(after, seed),
    trainRequests: requests,
    designs: arm.designs === 'designer' ? preferredDesignsOf(after) : [],
    compiledShare: arm.designs === 'designer' ? compiled / Math.max(1, written) : null,
    writtenDesigns: arm.designs === 'designer' ? written : 0,
  }
  tell({ kind: 'arm_finished', result })
  if (arm.name !== 'single_agent') return
  for (const size of voteSizes) {
    const voted = await evaluateTeam({ ...parts, designs: { kind: 'fixed', text: votedDesign(size) } }, settings, tasks)
    const title = `self-consistency, n = ${size}`
    tell({ kind: 'vote', size, result: { ...result, name: 'self_consistency', title, after: measured(voted, seed) } })
  }
}
