import { expect, test } from 'vitest'
import { arms } from '../../../trainer/demonstration/arms.ts'
import { trainArm } from '../../../trainer/demonstration/run-arm.ts'
import { stepEvent } from '../../../trainer/demonstration/step-event.ts'
import { tinySettings, tinyTeam } from '../training/tiny-team.ts'

test('a step is told with what it measured and who took steps', async () => {
  for await (const step of trainArm(arms.frozen_executor, await tinyTeam(), tinySettings, 1)) {
    const event = stepEvent('frozen_executor', step, 500)
    expect(event).toMatchObject({
      kind: 'step',
      arm: 'frozen_executor',
      step: 0,
      trained: 'designer',
      requests: step.statistics.requests,
      budget: 500,
      score: step.statistics.meanScore,
      requestsPerExecution: step.statistics.meanRequests,
      compiledShare: 1,
      designs: 4,
      executorLoss: null,
    })
    const rejecting = { ...step, statistics: { ...step.statistics, rejectedDesigns: 1 }, warnings: { ...step.warnings, rejectedDesigns: 1 } }
    const told = stepEvent('both', rejecting, 500)
    expect(told.compiledShare).toBe(0.75)
    expect(told.warnings).toContain('designs that do not compile: 1')
    return
  }
})
