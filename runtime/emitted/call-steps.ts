import { callAgent } from '../agent/call-agent.ts'
import type { CallOutcome } from '../agent/call-context.ts'
import { callTool } from '../tools/call-tool.ts'
import { recordOf } from '../values/record.ts'
import type { Agent, Tool } from './definition.ts'
import { abortedEnding, failedStep, okay } from './ending.ts'
import type { Ending } from './ending.ts'
import { argumentIn, settled } from './given.ts'
import type { Given } from './given.ts'
import type { StepRunner } from './step-runner.ts'
import type { Step } from './step.ts'

/** A call of an agent as a step. */
export function performAgentCall<Inputs extends object, Result>(
  runner: StepRunner,
  instance: string,
  agent: Agent<Inputs, Result>,
  given: Given<Inputs>,
): Promise<Result> {
  const { block, table, accounts } = runner
  return runner.perform({ instance, kind: 'agent' }, (step, name) => {
    const inputs = block.attempt(name, () => settled(given))
    if (inputs.kind !== 'ok') return inputs
    const id = table.ids.get(agent)
    if (id === undefined) throw new Error('a module lists the agents that its workflows call')
    const values = agent.definition.parameters.map((parameter) => argumentIn(inputs.value, parameter.name))
    const call = { agent: id, inputs: values, node: name, budgets: accounts }
    return abortable(runner, step, name, (signal) => callAgent(block.place.services.calls, { ...call, signal }))
  })
}

/** A call of a tool as a step. */
export function performToolCall<Inputs extends object, Result>(
  runner: StepRunner,
  instance: string,
  { definition }: Tool<Inputs, Result>,
  given: Given<Inputs>,
): Promise<Result> {
  const { block } = runner
  return runner.perform({ instance, kind: 'tool' }, (step, name) => {
    const inputs = block.attempt(name, () => settled(given))
    if (inputs.kind !== 'ok') return inputs
    const named = recordOf(definition.parameters.map((one) => [one.name, argumentIn(inputs.value, one.name)] as const))
    return abortable(runner, step, name, (signal) => callTool(block.place.services.calls, definition, named, name, signal))
  })
}

/** A call that ends when its step is cancelled. */
async function abortable<Result>(
  { block }: StepRunner,
  step: Step,
  name: string,
  call: (signal: AbortSignal) => Promise<CallOutcome>,
): Promise<Ending<Result>> {
  const controller = new AbortController()
  block.watch(step, {
    children: [],
    cancel: () => {
      controller.abort()
    },
  })
  const outcome = await call(controller.signal)
  switch (outcome.kind) {
    case 'ok':
      // Replies and results are validated against the type that the declaration gives.
      return okay(outcome.value as Result)
    case 'failed':
      return failedStep(name, outcome.failure)
    case 'aborted':
      return abortedEnding
  }
}
