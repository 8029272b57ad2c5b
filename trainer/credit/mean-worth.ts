import { mean } from '../statistics/mean.ts'
import { isConstant } from './normalise.ts'

/** The mean of at least one reward; of equal ones exactly their value: rounding is no signal. */
export const meanWorth = (rewards: readonly number[]): number => (isConstant(rewards) ? (rewards[0] ?? NaN) : mean(rewards))
