import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import type { SupervisedExample, Task, TaskMix } from '../tasks/index.ts'
import type { NamedDesign } from './single-agents.ts'

/** What a run is about: tasks, the agents that work on them, and what a designer may write for them. */
export interface TaskDomain {
  readonly name: string
  /** The families that tasks are drawn from; their texts tell them apart. */
  readonly mix: TaskMix
  /** What the executors' supervised start draws from; the mix where it is left out. */
  readonly startMix?: TaskMix
  /** Every character that small policies read and write: of tasks, inputs and replies. */
  readonly characters: string
  /** The designs that a small designer can write. Its limit of calls is the run's `rollout.mostRequests`. */
  readonly designs: DerivationSpecification
  /** Whole scripts that the designer's supervised start imitates, each as often, whatever the task. */
  readonly startDesigns: readonly string[]
  /** Which examples the executors' supervised start takes. */
  readonly accepts: (example: SupervisedExample) => boolean
  /** What a small designer reads of a task, in the domain's characters; its text where it is left out. */
  readonly reads?: (task: Pick<Task, 'input'>) => string
  /** What a person wrote for the tasks, which designs are compared with beside single agents. */
  readonly written?: readonly NamedDesign[]
}

/** The roles that executors of a domain play, each once. */
export const rolesOf = ({ mix }: Pick<TaskDomain, 'mix'>): readonly string[] => [...new Set(mix.flatMap(({ family }) => family.roles))]
