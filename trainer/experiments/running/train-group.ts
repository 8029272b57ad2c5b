import type { BackendChoice } from '../../engine/index.ts'
import { openEngine } from '../../demonstration/team.ts'
import type { Engine } from '../../engine/index.ts'
import { createRunParts, domainOf } from '../../run/run-parts.ts'
import type { ExperimentArm } from '../experiment.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { trainArm } from './train-arm.ts'
import type { ArmStart } from './train-arm.ts'

/** Arms of one seed that go on from the same supervised start. */
export interface GroupOrder {
  readonly experiment: string
  readonly seed: number
  readonly backend: BackendChoice
  readonly arms: readonly ExperimentArm[]
}

/** An arm has ended. */
export interface GroupMessage {
  readonly kind: 'result'
  readonly result: ExperimentResult
}

/** The supervised start of a group, then its arms, one after the other. */
export async function trainGroup({ experiment, seed, backend, arms }: GroupOrder, tell: (message: GroupMessage) => void): Promise<void> {
  const [first] = arms
  if (first === undefined) return
  const engine = await openEngine(backend)
  const start = superviseGroup(engine, first, seed)
  for (const arm of arms) tell({ kind: 'result', result: await trainArm(engine, { experiment, arm, seed }, start) })
}

function superviseGroup(engine: Engine, arm: ExperimentArm, seed: number): ArmStart {
  const configuration = { ...arm.configuration, seed, backend: engine.backend }
  const domain = domainOf(configuration, {})
  const { roles } = createRunParts(engine, configuration, domain, {})
  const supervise = (role: 'executor' | 'designer'): number => {
    const { start } = roles[role]
    let last = 0
    for (const { step } of start?.steps(null) ?? []) last = step
    start?.end()
    return last
  }
  const startSteps = { executor: supervise('executor'), designer: supervise('designer') }
  const saved = (role: 'executor' | 'designer'): Uint8Array => roles[role].learner?.save() ?? new Uint8Array()
  return { domain, designer: saved('designer'), executor: saved('executor'), startSteps }
}
