import type { CreditExecution, CreditGroup } from '../../../trainer/credit/index.ts'

/** An execution of a design whose calls are given by their agents; `-Agent` is a call without influence. */
export function execution(design: number, reward: number, ...agents: readonly string[]): CreditExecution {
  const calls = agents.map((name, index) => ({
    node: `main/call${index + 1}`,
    agent: name.replace('-', ''),
    influenced: !name.startsWith('-'),
  }))
  return { design, execution: 1, seed: 1, reward, calls }
}

export const group = (...executions: readonly CreditExecution[]): CreditGroup => ({ task: 'depth:3+4', executions })
