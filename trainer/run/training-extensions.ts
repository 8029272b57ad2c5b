import type { ModelClient, RunLimits } from '../../runtime/index.ts'
import type { CreditEstimator } from '../credit/index.ts'
import type { Scorer } from '../scorers/index.ts'
import type { TaskDomain } from '../team/index.ts'
import type { Learner } from '../training/learner.ts'
import type { Propose } from '../training/roll-out.ts'

/**
 * What an embedding program puts in the place of what a configuration chooses. Settings for what is replaced have no effect. A
 * resumed run needs the same: their names are compared, and what they compute must depend on nothing but what they are given.
 */
export interface TrainingExtensions {
  /** In place of `tasks.families`: tasks, agents and designs. See `createDomain`. */
  readonly domain?: TaskDomain
  /** In place of `tasks.scorer`. See `functionScorer`. */
  readonly scorer?: Scorer
  /** In place of `credit.estimator`. */
  readonly estimator?: CreditEstimator
  /** In place of the small executors. */
  readonly executor?: OwnExecutor
  /** In place of the small designer. */
  readonly designer?: OwnDesigner
}

/** What answers for the agents. It has no supervised start. */
export interface OwnExecutor {
  readonly name: string
  /**
   * Replies to calls. What is to be learned from a reply is its `record`, a `SampledRecord` of the policy `executor`; replies
   * without one teach nothing.
   */
  readonly client: ModelClient
  /** The clients of model slots that have one of their own, for executors that are frozen; the others have `client`. */
  readonly slots?: ReadonlyMap<string, ModelClient>
  /**
   * How executions ask the client: how many requests of one execution at a time, and how often and after which waits a server that
   * is away is tried again. A request that fails all its tries because of its server stops the run; see `ModelOutage`.
   */
  readonly limits?: RunLimits
  /** Takes steps on the records; `null` for a policy that is frozen, which no phase of the schedule may train. */
  readonly learner: Learner | null
}

/** What writes the designs. It has no supervised start. */
export interface OwnDesigner {
  readonly name: string
  /** One design per request; throws a `ModelOutage` where its server is away. A script that does not compile, or could make too many requests, gets `credit.rejected`. */
  readonly propose: Propose
  /** Takes steps on the `call`s of proposals; `null` for a designer that is frozen. */
  readonly learner: Learner | null
}

/** The names of extensions, `null` where the configuration chooses. */
export type ExtensionNames = { readonly [Part in keyof TrainingExtensions]-?: string | null }

export const namesOf = ({ domain, scorer, estimator, executor, designer }: TrainingExtensions): ExtensionNames => ({
  domain: domain?.name ?? null,
  scorer: scorer?.name ?? null,
  estimator: estimator?.name ?? null,
  executor: executor?.name ?? null,
  designer: designer?.name ?? null,
})
