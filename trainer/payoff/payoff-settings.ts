import { demonstrationSettings } from '../demonstration/settings.ts'
import type { PayoffSettings } from './find-payoff.ts'

const { costPerRequest, costPerChoice } = demonstrationSettings.credit.reward

/** What the tables are made with: costs as training has them. */
export const payoffSettings: PayoffSettings = {
  seed: 1,
  mostChoices: 14,
  most: 2_000,
  sampled: 300,
  rounds: [20, 100],
  executions: 2_000,
  costPerRequest,
  costPerChoice,
}

/** Small executors take longer to ask. */
export const embeddedPayoffSettings: PayoffSettings = { ...payoffSettings, most: 300, sampled: 50, executions: 600 }
