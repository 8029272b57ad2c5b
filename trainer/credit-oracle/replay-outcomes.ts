import { interventionName } from '../credit/index.ts'
import type { Intervention } from '../credit/index.ts'
import { executionReward } from '../rollout/index.ts'
import { replayExecution } from '../training/replay-execution.ts'
import { enumerateChoices } from './enumerate-choices.ts'
import type { SolvedExecution, SolvedProgram } from './solve-program.ts'
import { tabularClient } from './tabular-client.ts'

/** One way that a replay can go. */
export interface ReplayOutcome {
  readonly probability: number
  readonly reward: number
  /** Model requests that were made again. */
  readonly requests: number
}

/** Every way that replays of a program's executions can go, run by the runtime; each is worked out once, when it is asked for. */
export class ReplayOutcomes {
  readonly #solved: SolvedProgram
  readonly #known = new Map<SolvedExecution, Map<string, Promise<readonly ReplayOutcome[]>>>()

  constructor(solved: SolvedProgram) {
    this.#solved = solved
  }

  of(execution: SolvedExecution, intervention: Intervention): Promise<readonly ReplayOutcome[]> {
    const own = this.#known.get(execution) ?? new Map<string, Promise<readonly ReplayOutcome[]>>()
    this.#known.set(execution, own)
    const name = interventionName(intervention)
    const outcomes = own.get(name) ?? this.#enumerate(execution, intervention)
    own.set(name, outcomes)
    return outcomes
  }

  async #enumerate({ execution, credit }: SolvedExecution, intervention: Intervention): Promise<readonly ReplayOutcome[]> {
    const { program, designs, policy } = this.#solved
    const { task, scorer, reward } = program
    const solved = designs.find((one) => one.design === credit.design)
    if (solved === undefined) throw new RangeError(`${program.name} has no design ${credit.design}`)
    const compiled = { kind: 'graph', graph: solved.graph } as const
    const design = { design: solved.design, text: program.designs[solved.design - 1] ?? '', compiled, calls: [], executions: [] }
    const outcomes = await enumerateChoices((choose) =>
      replayExecution({ task, design, execution, intervention, draw: 1 }, { client: tabularClient(policy, choose), scorer, defaultReplies: {} }),
    )
    return outcomes.map(({ probability, result }) => ({
      probability,
      reward: executionReward(result.execution, reward) ?? credit.reward,
      requests: result.requests,
    }))
  }
}
