import type { ExecutionWeighting, Normalisation, ReplaySettings } from '../credit/index.ts'

/** How estimators are measured. */
export interface MeasureSettings {
  /** Of each design, in a group: N of the paper. */
  readonly executions: number
  /** Of estimators that compare executions. */
  readonly normalisation: Normalisation
  readonly weighting: ExecutionWeighting
  /** Of estimators that replay. */
  readonly replays: ReplaySettings
  /** Of what is drawn. */
  readonly seed: number
  /** Up to so many groups, every one is looked at; where there are more, so many are drawn. */
  readonly mostGroups: number
  /** Groups that are drawn, with their replays, for an estimator that replays. */
  readonly replayedGroups: number
}
