import { describe, expect, test } from 'vitest'
import type { PayoffSettings } from '../../../trainer/payoff/index.ts'
import { familyAlone, findPayoff, payoffSettings, profiledExecutor } from '../../../trainer/payoff/index.ts'
import { familyNames } from '../../../trainer/tasks/index.ts'
import type { FamilyName } from '../../../trainer/tasks/index.ts'
import { propertyRuns } from '../../property/property-runs.ts'

/** In miniature; `mas families` measures more designs, and each of them more often. */
const settings: PayoffSettings = { ...payoffSettings, mostChoices: 12, most: propertyRuns(20), sampled: 4, rounds: [], executions: 60 }

/** Where a difference is small it takes more of them. */
const executions: Partial<Record<FamilyName, number>> = { robustness: 400 }

/** What the executions above leave open: three standard deviations of a share. */
const luck = 0.15

/** Least that what pays is worth more than the single agent, and than self-consistency at equal cost; `robustness` is a vote itself. */
const least = {
  depth: [0.3, 0.3],
  breadth: [0.4, 0.4],
  horizon: [0.45, 0.45],
  robustness: [0.05, 0],
  verify: [0.2, 0.1],
  route: [0.25, 0.25],
  plain: [0, 0],
} as const

describe.each(familyNames)('on %s', (name) => {
  test('what its row says pays: no design is worth more, the single agent and a vote at equal cost less', async () => {
    const { family, domain } = familyAlone(name)
    const payoff = await findPayoff(family, domain, profiledExecutor(domain, 0.02), { ...settings, executions: executions[name] ?? settings.executions })
    const { payingTogether, bestTogether, best, direct, consistent, paying, forms } = payoff
    const [overDirect, overConsistent] = least[name]
    expect(Math.max(best.reward, bestTogether.reward) - payingTogether.reward).toBeLessThan(luck)
    expect(payingTogether.reward - direct.reward).toBeGreaterThanOrEqual(overDirect)
    expect(payingTogether.reward - consistent.reward).toBeGreaterThanOrEqual(overConsistent)
    // The forms differ in what they call: what pays is the best of its own, and no other one is as good.
    const own = new Set(paying.map(({ form }) => form))
    const others = forms.filter(({ form }) => !own.has(form) && !alike(name, form))
    for (const { form, reward } of others) expect(reward, form).toBeLessThan(payingTogether.reward)
  })
})

/** Forms that come to the same: every agent misreads alike, one operation alone is reduced as it is answered, a sorter makes routes. */
function alike(name: FamilyName, form: string): boolean {
  switch (name) {
    case 'robustness':
      return form.includes('sample')
    case 'plain':
      return form === 'Answer, sample'
    default:
      return false
  }
}
