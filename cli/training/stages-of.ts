import type { StepFigures } from '../../trainer/index.ts'

/** Steps in a row of one phase. */
export interface Stage {
  readonly trained: StepFigures['trained']
  /** Steps taken before its first, and after its last. */
  readonly from: number
  readonly to: number
}

/** The stages of a training: a new one begins where the schedule comes to another phase. */
export function stagesOf(steps: readonly Pick<StepFigures, 'step' | 'phase' | 'trained'>[]): readonly Stage[] {
  const stages: Stage[] = []
  steps.forEach(({ step, phase, trained }, position) => {
    const before = stages.at(-1)
    if (before !== undefined && steps[position - 1]?.phase === phase) stages[stages.length - 1] = { ...before, to: step + 1 }
    else stages.push({ trained, from: step, to: step + 1 })
  })
  return stages
}
