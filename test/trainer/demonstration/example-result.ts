import type { ArmResult } from '../../../trainer/demonstration/arm-result.ts'
import type { Measured } from '../../../trainer/training/measured.ts'

const shapes = { none: 0, direct: 0.5, vote: 0.25, loop: 0.25, chain: 0 }

const measurement = (success: number, requestsPerTask: number): Measured => ({
  success,
  interval: [success - 0.1, success + 0.1],
  requestsPerTask,
  byFamily: [
    { family: 'depth', success, shapes },
    { family: 'plain', success: success / 2, shapes },
  ],
})

export const exampleResult = (name: ArmResult['name'], changes: Partial<ArmResult> & { readonly cost?: number } = {}): ArmResult => {
  const { cost = 2, ...rest } = changes
  return {
    name,
    title: `the arm ${name}`,
    before: measurement(0.2, cost),
    after: measurement(0.6, cost),
    trainRequests: 100,
    designs: [],
    compiledShare: null,
    writtenDesigns: 0,
    ...rest,
  }
}

export const exampleDesigns: ArmResult['designs'] = [
  { family: 'depth', difficulty: 1, share: 0.75, text: 'workflow main(x: string) -> string { return x }' },
]
