import type { Graph } from '../../compiler/index.ts'
import { executionReward } from '../rollout/index.ts'
import type { Execution } from '../rollout/index.ts'
import { runExecution } from '../training/run-execution.ts'
import type { CreditProgram } from './credit-program.ts'
import { enumerateChoices } from './enumerate-choices.ts'
import type { Choose } from './enumerate-choices.ts'
import { tabularClient } from './tabular-client.ts'
import type { TabularPolicy } from './tabular-policy.ts'

/** A reply as it was drawn in an execution. */
export interface Draw {
  /** The request, as `node attempt turn`. */
  readonly request: string
  /** Of the context, among those of the policy. */
  readonly context: number
  /** Among the replies of the context. */
  readonly reply: number
  /** The how many-th choice of the execution it was, from 0. */
  readonly choice: number
}

/** One way that an execution can go. */
export interface PossibleExecution {
  readonly probability: number
  readonly choices: readonly number[]
  /** In the order in which they were drawn. */
  readonly draws: readonly Draw[]
  readonly reward: number
  readonly execution: Execution
}

/** Every way that an execution of a design can go, run by the runtime with scripted replies. */
export async function enumerateExecutions(
  program: CreditProgram,
  design: number,
  graph: Graph,
  policy: TabularPolicy,
  most?: number,
): Promise<readonly PossibleExecution[]> {
  const outcomes = await enumerateChoices((choose) => runOnce(program, design, graph, policy, choose), most)
  return outcomes.map(({ probability, choices, result }) => ({ probability, choices, ...result }))
}

async function runOnce(
  program: CreditProgram,
  design: number,
  graph: Graph,
  policy: TabularPolicy,
  choose: Choose,
): Promise<Pick<PossibleExecution, 'draws' | 'reward' | 'execution'>> {
  const { task, scorer } = program
  const draws: Draw[] = []
  let choices = 0
  const counted: Choose = (probabilities) => {
    choices += 1
    return choose(probabilities)
  }
  const client = tabularClient(policy, counted, ({ node, attempt, turn }, context, reply) => {
    draws.push({ request: requestName({ node, attempt, turn }), context: context.position, reply, choice: choices - 1 })
  })
  const place = { run: 'oracle', step: 0, design, execution: 1 }
  const execution = await runExecution({ task, graph, client, seed: 1, scorer, place, traced: true, recorded: true })
  const reward = executionReward(execution, program.reward)
  if (reward === null) throw new RangeError(`an execution of ${program.name} has no score`)
  return { draws, reward, execution }
}

/** Names a request within its execution. */
export const requestName = (place: { readonly node: string; readonly attempt: number; readonly turn: number }): string =>
  `${place.node} ${place.attempt} ${place.turn}`
