import type { Graph } from '../graph/index.ts'

/** Whether a run may be stopped by time: then nothing is done that may make it take longer. */
export const hasTimeBudget = ({ budgets }: Graph): boolean => budgets.some(({ seconds }) => seconds !== null)
