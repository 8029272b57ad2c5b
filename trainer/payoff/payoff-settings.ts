import { demonstrationSettings } from '../demonstration/settings.ts'
import type { PayoffSettings } from './find-payoff.ts'

const { costPerRequest, costPerChoice } = demonstrationSettings.credit.reward

/** What the tables are made with: costs as training has them. */
export const payoffSettings: PayoffSettings = {
  seed: 1,
  mostChoices: 14,
  most: 800,
  sampled: 200,
  rounds: [20, 100],
  executions: 1_500,
  costPerRequest,
  costPerChoice,
}

/** Small executors take longer to ask. */
export const embeddedPayoffSettings: PayoffSettings = { ...payoffSettings, most: 60, sampled: 10, rounds: [20], executions: 300 }
